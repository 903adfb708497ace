using Dapper;
using GridMap.Core.Coverage;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Loads the walking network and everybody who lives on it.</summary>
public sealed class LoadCoverageGround(NpgsqlDataSource database)
{
    private static int s_loaded;

    public async Task<int> FindVersionAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<LoadCoverageGround>("version"), cancellationToken: cancellationToken));
    }

    public async Task<CoverageGround> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var version = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<LoadCoverageGround>("version"), cancellationToken: cancellationToken));
        var edges = (await connection.QueryAsync<GroundEdge>(new CommandDefinition(
            Sql.Beside<LoadCoverageGround>("edges"), new { version }, cancellationToken: cancellationToken))).AsList();
        var buildings = (await connection.QueryAsync<GroundBuilding>(new CommandDefinition(
            Sql.Beside<LoadCoverageGround>("buildings"), cancellationToken: cancellationToken))).AsList();
        var grids = (await connection.QueryAsync<GroundGrid>(new CommandDefinition(
            Sql.Beside<LoadCoverageGround>("grids"), cancellationToken: cancellationToken))).AsList();
        return new CoverageGround(version, Interlocked.Increment(ref s_loaded), edges, buildings, grids);
    }
}

/// <summary>An edge as the database has it.</summary>
public sealed record GroundEdge
{
    public required int Id { get; init; }

    public required int StartNode { get; init; }

    public required int EndNode { get; init; }

    public double? ForwardSeconds { get; init; }

    public double? BackwardSeconds { get; init; }

    public required double LengthMeters { get; init; }
}

/// <summary>A building where somebody lives.</summary>
public sealed record GroundBuilding
{
    public required int Id { get; init; }

    public required int Households { get; init; }

    public required int Elders { get; init; }

    public required double Longitude { get; init; }

    public required double Latitude { get; init; }

    public int? GridId { get; init; }

    public string? Name { get; init; }

    public int? RoadEdgeId { get; init; }

    public double? Fraction { get; init; }

    public double? OffRoadMeters { get; init; }

    /// <summary>Why no way leads there; null where one does.</summary>
    public string? UnlinkableReason { get; init; }

    public int CountOf(CoveragePopulation population) => population == CoveragePopulation.Elders ? Elders : Households;
}

/// <summary>A grid with its community.</summary>
public sealed record GroundGrid
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public int? CommunityId { get; init; }

    public string? CommunityCode { get; init; }

    public string? CommunityName { get; init; }
}
