using System.Reflection;
using System.Text.Json.Serialization;
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
        var place = await connection.QuerySingleOrDefaultAsync<PlaceOverview>(new CommandDefinition(Sql.Beside<FindPlace>(), cancellationToken: cancellationToken));
        return place is null ? null : place with { ServerTime = clock.GetUtcNow(), Version = ProgramVersion };
    }
}

/// <summary>Where the data of a place come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaceSource>))]
public enum PlaceSource
{
    [JsonStringEnumMemberName("demo")]
    Demo,

    [JsonStringEnumMemberName("osm")]
    Osm,
}

/// <summary>The place, and who made its data.</summary>
public sealed record PlaceOverview
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required PlaceSource Source { get; init; }

    public required bool Synthetic { get; init; }

    public required string Attribution { get; init; }

    public required string Licence { get; init; }

    public required string TimeZone { get; init; }

    public string? Scale { get; init; }

    public required Bounds Bounds { get; init; }

    public required Position Centre { get; init; }

    /// <summary>Only where the JSON API tells them; in GraphQL they are counted when they are asked for.</summary>
    public PlaceCounts? Counts { get; init; }

    public DateTimeOffset ServerTime { get; init; }

    public string Version { get; init; } = "";
}
