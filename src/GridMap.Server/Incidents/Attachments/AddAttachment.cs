using System.Security.Cryptography;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Pictures;
using Npgsql;

namespace GridMap.Server.Incidents.Attachments;

/// <summary>Takes a picture of an incident: made anew before anything is written, and written whole or not at all. The same picture sent again is the same attachment.</summary>
public sealed class AddAttachment(NpgsqlDataSource database, ReencodePicture reencode, CurrentAreas areas, TimeProvider clock)
{
    public const int Most = 12;

    public static Refusal NotAllowed { get; } = new(
        "NOT_ALLOWED", "Your roles do not allow adding pictures to this incident.", "您的角色无权为此事件添加图片。");

    public static Refusal Full { get; } = new(
        "ATTACHMENTS_FULL", $"This incident has {Most} pictures, which is all there is room for.", $"该事件已有 {Most} 张图片，不能再添加。");

    public async Task<Result<Guid>> RunAsync(IncidentKey incident, byte[] picture, Caller caller, CancellationToken cancellationToken)
    {
        // Before a connection is taken: who holds one must not wait for another.
        var tree = await areas.LoadAsync(cancellationToken);
        var digest = SHA256.HashData(picture);
        await using (var looking = await database.OpenConnectionAsync(cancellationToken))
        {
            // What would be refused is not worth the making of a picture.
            if (Judge(await FindTargetAsync(looking, incident, digest, cancellationToken), caller, tree) is { } known)
            {
                return known;
            }
        }

        var clean = await reencode.RunAsync(picture, cancellationToken);
        if (clean.Refusal is { } unfit)
        {
            return unfit;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // What is counted has to be counted after the lock: a statement sees what was committed before it began.
        await connection.ExecuteAsync(new CommandDefinition(
            Sql.Beside<AddAttachment>("lock"), new { id = incident.Id, number = incident.Number }, transaction, cancellationToken: cancellationToken));
        var target = await FindTargetAsync(connection, incident, digest, cancellationToken);
        if (Judge(target, caller, tree) is { } settled)
        {
            return settled;
        }

        var written = await WriteAsync(connection, target!.Id, clean.Value, digest, caller, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    /// <summary>The refusal, or the same picture that was sent before; null when it is to be added.</summary>
    private static Result<Guid>? Judge(Target? target, Caller caller, AreaTree tree)
    {
        if (target is null || !AccessRules.Allows(caller, Permission.SeeIncidents, tree.PathOf(target.GridId)))
        {
            return IncidentAnswer.Unknown.Refusal!;
        }

        if (!AccessRules.Allows(caller, Permission.ReportIncident, tree.PathOf(target.GridId)))
        {
            return NotAllowed;
        }

        if (target.KnownId is { } known)
        {
            return known;
        }

        if (target.Attachments >= Most)
        {
            return Full;
        }

        return null;
    }

    private static Task<Target?> FindTargetAsync(NpgsqlConnection connection, IncidentKey incident, byte[] digest, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Target>(new CommandDefinition(
            Sql.Beside<AddAttachment>("target"), new { id = incident.Id, number = incident.Number, digest }, cancellationToken: cancellationToken));

    private Task<Guid> WriteAsync(
        NpgsqlConnection connection, Guid incident, CleanPicture clean, byte[] digest, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var columns = new
        {
            incident,
            id = Guid.CreateVersion7(now),
            width = clean.Header.Width,
            height = clean.Header.Height,
            content = clean.Content,
            thumbnail = clean.Thumbnail,
            now = now.UtcDateTime,
            actor = caller.Name,
            digest,
        };
        return connection.ExecuteScalarAsync<Guid>(new CommandDefinition(Sql.Beside<AddAttachment>(), columns, cancellationToken: cancellationToken));
    }

    private sealed record Target
    {
        public required Guid Id { get; init; }

        public int? GridId { get; init; }

        public required int Attachments { get; init; }

        public Guid? KnownId { get; init; }
    }
}
