using Dapper;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Finds an area as it stands now, with its sums and what lies in its grids.</summary>
public sealed class FindArea(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<AreaCard?> RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var command = new CommandDefinition(Sql.Beside<FindArea>(), new { id, now = clock.GetUtcNow() }, cancellationToken: cancellationToken);
        var areas = await connection.QueryAsync<AreaCard, AreaPatrols, AreaCard>(
            command, (area, patrols) => area with { Patrols = patrols }, splitOn: "total");
        if (areas.SingleOrDefault() is not { } area)
        {
            return null;
        }

        var path = await connection.QueryAsync<AreaOnPath>(new CommandDefinition(
            Sql.Beside<FindArea>("path"), new { id }, cancellationToken: cancellationToken));
        return area with { Path = path.AsList() };
    }
}

/// <summary>A district, subdistrict, community or grid, with everything its card says.</summary>
public sealed record AreaCard
{
    public required int Id { get; init; }

    public required string Level { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public string? HeadName { get; init; }

    /// <summary>The district first, the area itself last.</summary>
    public IReadOnlyList<AreaOnPath> Path { get; init; } = [];

    public required int Households { get; init; }

    public required int Persons { get; init; }

    public required int Elders { get; init; }

    public required int Buildings { get; init; }

    public required double AreaSquareMeters { get; init; }

    public required Position LabelPoint { get; init; }

    public required Bounds Bounds { get; init; }

    public required int OpenIncidents { get; init; }

    public AreaPatrols Patrols { get; init; } = new();

    public required int Facilities { get; init; }

    public required int PatrolPoints { get; init; }

    public DateTimeOffset? LastCheckInAt { get; init; }

    public required int Children { get; init; }
}

/// <summary>How many patrols belong to an area's grids, and how many of them are on duty.</summary>
public sealed record AreaPatrols
{
    public int Total { get; init; }

    public int OnDuty { get; init; }
}

/// <summary>A step on the way from the district down to an area.</summary>
public sealed record AreaOnPath
{
    public required int Id { get; init; }

    public required string Level { get; init; }

    public required string Name { get; init; }
}
