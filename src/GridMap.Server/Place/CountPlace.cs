using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Place;

/// <summary>Counts what the place holds now.</summary>
public sealed class CountPlace(NpgsqlDataSource database)
{
    public async Task<PlaceCounts> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<PlaceCounts>(new CommandDefinition(Sql.Beside<CountPlace>(), cancellationToken: cancellationToken));
    }
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
