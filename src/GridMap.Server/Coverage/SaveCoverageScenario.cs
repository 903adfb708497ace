using System.Globalization;
using System.Text.Json;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>A question to be kept as a request says it.</summary>
public sealed record SaveCoverageScenarioInput(string IdempotencyKey, string? Id, int? ExpectedVersion, string Name, CoverageInput Question);

/// <summary>Keeps a question under a name, or changes one of the caller's own; the same key again gives the same one. What cannot be answered is not kept.</summary>
public sealed class SaveCoverageScenario(NpgsqlDataSource database, AnswerCoverage answer, TimeProvider clock)
{
    private const int NameLongest = 80;
    private const int Most = 200;

    public async Task<Result<int>> RunAsync(SaveCoverageScenarioInput input, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        var id = RequestValue.IdIfGiven(input.Id);
        if ((key.Refusal ?? id.Refusal ?? FindNameRefusal(input.Name) ?? (await answer.RunAsync(input.Question, cancellationToken)).Refusal) is { } malformed)
        {
            return malformed;
        }

        var columns = Columns(input, id.Value, caller, key.Value);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var stand = await FindStandAsync(connection, columns, cancellationToken);
        if (stand.KeyedId is not null)
        {
            return stand.IdFor(columns.Digest);
        }

        if (id.Value is not null)
        {
            return !stand.IsOwn ? CoverageRefusals.ScenarioUnknown
                : await WriteAsync(connection, "update", columns, cancellationToken) is { } changed ? changed
                : CoverageRefusals.ScenarioChanged;
        }

        if (stand.Owned >= Most)
        {
            return CoverageRefusals.ScenariosTooMany;
        }

        // The same request, sent twice at once, meets itself by its key.
        return await WriteAsync(connection, "", columns, cancellationToken) is { } made
            ? made
            : (await FindStandAsync(connection, columns, cancellationToken)).IdFor(columns.Digest);
    }

    private static Refusal? FindNameRefusal(string name) =>
        RequestValue.Words(name, NameLongest).IsRefused ? CoverageRefusals.NameLength : null;

    private static Task<int?> WriteAsync(NpgsqlConnection connection, string how, Row columns, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int?>(new CommandDefinition(Sql.Beside<SaveCoverageScenario>(how), columns, cancellationToken: cancellationToken));

    private static Task<Stand> FindStandAsync(NpgsqlConnection connection, Row columns, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<Stand>(new CommandDefinition(Sql.Beside<SaveCoverageScenario>("stand"), columns, cancellationToken: cancellationToken));

    private Row Columns(SaveCoverageScenarioInput input, int? id, Caller caller, string key)
    {
        var question = JsonSerializer.Serialize(input.Question, CoverageScenario.Format);
        var digest = IdempotencyKey.Digest(input.Id, input.ExpectedVersion?.ToString(CultureInfo.InvariantCulture), input.Name, question);
        return new Row(
            id, input.ExpectedVersion, input.Name.Trim(), question, CoverageScenario.OwnerOf(caller), caller.Name, clock.GetUtcNow().UtcDateTime, key, digest);
    }

    private sealed record Row(int? Id, int? Version, string Name, string Question, string Owner, string Author, DateTime Now, string Key, byte[] Digest);

    private sealed record Stand
    {
        public int? KeyedId { get; init; }

        public byte[]? KeyedDigest { get; init; }

        public required bool IsOwn { get; init; }

        public required int Owned { get; init; }

        public Result<int> IdFor(byte[] digest) => KeyedId is { } id && digest.AsSpan().SequenceEqual(KeyedDigest) ? id : IdempotencyKey.Reused;
    }
}
