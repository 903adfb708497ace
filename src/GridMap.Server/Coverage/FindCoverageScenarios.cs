using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Finds questions that were kept under a name.</summary>
public sealed class FindCoverageScenarios(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<CoverageScenario>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        await ReadAsync(null, caller, cancellationToken);

    /// <summary>One by its id; null if there is none.</summary>
    public async Task<CoverageScenario?> RunAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        (await ReadAsync(id, caller, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<CoverageScenario>> ReadAsync(int? id, Caller caller, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<FindCoverageScenarios>(), new { id }, cancellationToken: cancellationToken));
        return [.. found.Select(row => new CoverageScenario(
            row.Id,
            row.Name,
            JsonSerializer.Deserialize<CoverageInput>(row.QuestionJson, CoverageScenario.Format)!,
            row.Author,
            row.SavedAt,
            row.Owner == CoverageScenario.OwnerOf(caller),
            row.Version))];
    }

    private sealed record Row
    {
        public required int Id { get; init; }

        public required string Name { get; init; }

        public required string QuestionJson { get; init; }

        public required string Owner { get; init; }

        public required string Author { get; init; }

        public required DateTime SavedAt { get; init; }

        public required int Version { get; init; }
    }
}

/// <summary>A question that was kept under a name.</summary>
public sealed record CoverageScenario(int Id, string Name, CoverageInput Question, string Author, DateTimeOffset SavedAt, bool IsMine, int Version)
{
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    internal static string OwnerOf(Caller caller) => string.Create(CultureInfo.InvariantCulture, $"{caller.Kind}:{caller.Id}");
}
