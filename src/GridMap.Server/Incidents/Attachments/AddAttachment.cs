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

    // A statement does not see what another one committed while it waited for the incident; the next look does.
    private const int Attempts = 2;

    public static Refusal NotAllowed { get; } = new(
        "NOT_ALLOWED", "Your roles do not allow adding pictures to this incident.", "您的角色无权为此事件添加图片。");

    public static Refusal Full { get; } = new(
        "ATTACHMENTS_FULL", $"This incident has {Most} pictures, which is all there is room for.", $"该事件已有 {Most} 张图片，不能再添加。");

    public async Task<Result<Guid>> RunAsync(IncidentKey incident, byte[] picture, Caller caller, CancellationToken cancellationToken)
    {
        var digest = SHA256.HashData(picture);
        for (var attempt = 1; ; attempt++)
        {
            var target = await FindTargetAsync(incident, digest, cancellationToken);
            if (target is null)
            {
                return IncidentAnswer.Unknown.Refusal!;
            }

            if ((await JudgeAsync(target, caller, cancellationToken)) is { } refusal)
            {
                return refusal;
            }

            if (target.KnownId is { } known)
            {
                return known;
            }

            var clean = await reencode.RunAsync(picture, cancellationToken);
            if (clean.Refusal is { } unfit)
            {
                return unfit;
            }

            if (await WriteAsync(target.Id, clean.Value, digest, caller, cancellationToken) is { } written)
            {
                return written;
            }

            if (attempt == Attempts)
            {
                return Full;
            }
        }
    }

    private async Task<Refusal?> JudgeAsync(Target target, Caller caller, CancellationToken cancellationToken)
    {
        var path = (await areas.LoadAsync(cancellationToken)).PathOf(target.GridId);
        if (!AccessRules.Allows(caller, Permission.SeeIncidents, path))
        {
            return IncidentAnswer.Unknown.Refusal;
        }

        if (!AccessRules.Allows(caller, Permission.ReportIncident, path))
        {
            return NotAllowed;
        }

        return target.KnownId is null && target.Attachments >= Most ? Full : null;
    }

    private async Task<Target?> FindTargetAsync(IncidentKey incident, byte[] digest, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Target>(new CommandDefinition(
            Sql.Beside<AddAttachment>("target"), new { id = incident.Id, number = incident.Number, digest }, cancellationToken: cancellationToken));
    }

    private async Task<Guid?> WriteAsync(Guid incident, CleanPicture clean, byte[] digest, Caller caller, CancellationToken cancellationToken)
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
            most = Most,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            Sql.Beside<AddAttachment>(), columns, cancellationToken: cancellationToken));
    }

    private sealed record Target
    {
        public required Guid Id { get; init; }

        public int? GridId { get; init; }

        public required int Attachments { get; init; }

        public Guid? KnownId { get; init; }
    }
}
