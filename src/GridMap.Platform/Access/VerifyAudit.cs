using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>What the audit trail proves: how many rows it has, and the first that is not what was written.</summary>
public sealed record AuditVerdict
{
    public required long Rows { get; init; }

    public long? FirstBroken { get; init; }
}

/// <summary>Computes the chain of the audit trail anew and compares.</summary>
public static class VerifyAudit
{
    public static async Task<AuditVerdict> RunAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<AuditVerdict>(new CommandDefinition(
            Sql.Beside(typeof(VerifyAudit)), commandTimeout: 0, cancellationToken: cancellationToken));
    }
}
