using System.Reflection;
using Dapper;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Place;

/// <summary>Finds the place this database is a map of; there is none before a district exists.</summary>
public sealed class FindPlace(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly string ProgramVersion =
        typeof(FindPlace).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public async Task<PlaceOverview?> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var places = await connection.QueryAsync<PlaceOverview, PlaceCounts, PlaceOverview>(
            new CommandDefinition(Sql.Beside<FindPlace>(), cancellationToken: cancellationToken),
            (place, counts) => place with { Counts = counts, ServerTime = clock.GetUtcNow(), Version = ProgramVersion },
            splitOn: "grids");
        return places.SingleOrDefault();
    }
}

/// <summary>The place, who made its data, and how much there is of everything.</summary>
public sealed record PlaceOverview
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required string Source { get; init; }

    public required bool Synthetic { get; init; }

    public required string Attribution { get; init; }

    public required string Licence { get; init; }

    public required string TimeZone { get; init; }

    public string? Scale { get; init; }

    public required Bounds Bounds { get; init; }

    public required Position Centre { get; init; }

    public PlaceCounts Counts { get; init; } = new();

    public DateTimeOffset ServerTime { get; init; }

    public string Version { get; init; } = "";
}

/// <summary>How much there is of everything in the place.</summary>
public sealed record PlaceCounts
{
    public int Grids { get; init; }

    public int Communities { get; init; }

    public int Subdistricts { get; init; }

    public int Households { get; init; }

    public int Persons { get; init; }

    public int Compounds { get; init; }

    public int Buildings { get; init; }

    public int Facilities { get; init; }

    public int Patrols { get; init; }

    public int PatrolPoints { get; init; }
}
