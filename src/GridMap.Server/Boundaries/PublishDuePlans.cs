using System.Data.Common;
using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>
/// Publishes approved plans when their time has come. When is kept with the plan, so a server that was down then publishes as soon as it runs; of
/// several servers one does it, for the plan is locked.
/// </summary>
public sealed partial class PublishDuePlans(
    NpgsqlDataSource database, PublishPlan publish, TimeProvider clock, ILogger<PublishDuePlans> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Publishes what is due now; once, for tests and for the service.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await FindAsync(cancellationToken))
        {
            if (await publish.RunAsync(due.Id, due.Version, due.ActorKey, due.Actor, cancellationToken) is { } refusal)
            {
                LogRefused(due.Id, refusal.Code);
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await connection.ExecuteAsync(new CommandDefinition(
                    Sql.Beside<PublishDuePlans>("failed"),
                    new { id = due.Id, version = due.Version, code = refusal.Code, now = clock.GetUtcNow().UtcDateTime },
                    cancellationToken: cancellationToken));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException or TimeoutException)
            {
                // The plan stays due, so that it is tried again.
                LogFailed(fault);
            }
        }
    }

    private async Task<IReadOnlyList<DuePlan>> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<DuePlan>(new CommandDefinition(
            Sql.Beside<PublishDuePlans>(), new { now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken))).AsList();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plan {Plan} was due and could not be published: {Code}.")]
    private partial void LogRefused(int plan, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A plan that is due could not be published; trying again.")]
    private partial void LogFailed(Exception fault);

    private sealed record DuePlan
    {
        public required int Id { get; init; }

        public required int Version { get; init; }

        public required string ActorKey { get; init; }

        public required string Actor { get; init; }
    }
}
