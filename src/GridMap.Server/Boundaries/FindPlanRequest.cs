using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Whether a request came before.</summary>
public enum RequestStand
{
    New,
    Repeated,

    /// <summary>Its key came with something else.</summary>
    KeyReused,
}

/// <summary>Finds whether operations or a review came with a key before.</summary>
public sealed class FindPlanRequest(NpgsqlDataSource database)
{
    public async Task<RequestStand> RunAsync(int planId, RequestKey request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var known = await connection.QueryAsync<(int PlanId, byte[] Digest)>(new CommandDefinition(
            Sql.Beside<FindPlanRequest>(), new { key = request.Key }, cancellationToken: cancellationToken));
        foreach (var (plan, digest) in known)
        {
            return plan == planId && digest.AsSpan().SequenceEqual(request.Digest) ? RequestStand.Repeated : RequestStand.KeyReused;
        }

        return RequestStand.New;
    }
}
