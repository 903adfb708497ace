using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents.Attachments;

/// <summary>Loads the pictures of incidents, oldest first, without their bytes.</summary>
public sealed class AttachmentsOfIncidents(NpgsqlDataSource database) : DataLoader<Guid, IReadOnlyList<Attachment>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Attachment>>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var attachments = await connection.QueryAsync<Attachment>(new CommandDefinition(
            Sql.Beside<AttachmentsOfIncidents>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return attachments
            .GroupBy(attachment => attachment.IncidentId)
            .ToDictionary(group => group.Key, IReadOnlyList<Attachment> (group) => [.. group]);
    }
}

/// <summary>The pictures of an incident.</summary>
[ExtendObjectType("Incident")]
public static class IncidentAttachments
{
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(
        [Parent("Id")] Guid incidentId, AttachmentsOfIncidents attachments, CancellationToken cancellationToken) =>
        await attachments.LoadAsync(incidentId, cancellationToken) ?? [];
}

/// <summary>A picture, as the schema names it.</summary>
[ObjectType<Attachment>]
public static class AttachmentResolvers
{
    public static ValueTask<string?> UploadedByNameAsync([Parent] Attachment attachment, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(attachment.UploadedBy, cancellationToken);
}
