using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Search;

/// <summary>
/// Searches the place for what somebody's words may mean, best first; what merely resembles them only when nothing has them.
/// The map is searched whole; incidents, patrols and teams where the caller sees them.
/// </summary>
public sealed class SearchPlace(NpgsqlDataSource database, CurrentAreas areas)
{
    // Two characters resemble too much.
    private const int FewestCharactersToResemble = 3;

    public async Task<SearchAnswer> RunAsync(string words, int limit, Caller caller, CancellationToken cancellationToken)
    {
        var incidents = await areas.ScopeAsync(caller, Permission.SeeIncidents, cancellationToken);
        var patrols = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        var teams = await areas.ScopeAsync(caller, Permission.SeeVolunteers, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var patterns = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Pattern).ToArray();
        var found = await QueryAsync(connection, "", new
        {
            words,
            patterns,
            prefix = Escape(words) + "%",
            limit,
            incident_grids = incidents.Grids,
            patrol_grids = patrols.Grids,
            team_grids = teams.Grids,
        }, cancellationToken);
        if (found.Count == 0 && words.Length >= FewestCharactersToResemble)
        {
            found = await QueryAsync(connection, "similar", new { words, limit }, cancellationToken);
        }

        return new SearchAnswer(found);
    }

    private static async Task<List<SearchItem>> QueryAsync(
        NpgsqlConnection connection, string suffix, object parameters, CancellationToken cancellationToken)
    {
        var items = await connection.QueryAsync<SearchItem>(new CommandDefinition(
            Sql.Beside<SearchPlace>(suffix), parameters, cancellationToken: cancellationToken));
        return items.AsList();
    }

    private static string Pattern(string word) => $"%{Escape(word)}%";

    // What somebody types is never a pattern.
    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}

/// <summary>What was found, best first.</summary>
public sealed record SearchAnswer(IReadOnlyList<SearchItem> Items);

/// <summary>Something on the map by its kind and id. A patrol is shown at its grid, where it really is the live feed knows; a team at its community.</summary>
public sealed record SearchItem
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required Position Position { get; init; }

    /// <summary>For what is larger than a point.</summary>
    public Bounds? Bounds { get; init; }
}
