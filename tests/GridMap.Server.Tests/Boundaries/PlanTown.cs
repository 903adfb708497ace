using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Districts.Dictionaries;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>
/// A town of 9 by 9 atoms (id 100·column + row) in nine grids of 3 by 3 (10 + 3·column + row) and one of a single atom (19, around 404), with a server
/// over it, a grid manager and a reviewer of the whole place.
/// </summary>
public sealed class PlanTown : IAsyncDisposable
{
    private PlanTown(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public TestServer Server { get; private set; } = null!;

    public HttpClient Manager { get; private set; } = null!;

    public HttpClient Reviewer { get; private set; } = null!;

    public static async Task<PlanTown> CreateAsync(Action<IServiceCollection>? adjust = null)
    {
        var town = new PlanTown(await TestDatabase.CreateAsync());
        await town.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Boundaries", "TileTown.sql")));
        // On the lattice to the last bit, as a district is written: the nearest double to seven decimals.
        await town.ExecuteAsync(
            """
            UPDATE atom_node SET position = ST_GeomFromText(ST_AsText(position, 7), 4326);
            UPDATE atom_edge SET course = ST_GeomFromText(ST_AsText(course, 7), 4326);
            UPDATE atom SET shape = ST_GeomFromText(ST_AsText(shape, 7), 4326), label_point = ST_GeomFromText(ST_AsText(label_point, 7), 4326);
            UPDATE area_shape SET shape = ST_GeomFromText(ST_AsText(shape, 7), 4326), label_point = ST_GeomFromText(ST_AsText(label_point, 7), 4326);
            SELECT refresh_tile_geometry(), setval(pg_get_serial_sequence('area', 'id'), (SELECT max(id) FROM area));
            """);
        await using (var connection = await town.Database.DataSource.OpenConnectionAsync())
        {
            await WriteDictionaries.RunAsync(connection, CancellationToken.None);
        }

        await town.StartAsync(adjust);
        return town;
    }

    public static string Key() => Guid.NewGuid().ToString("N");

    /// <summary>Another server over the same database, in the place of the one before.</summary>
    public async Task StartAsync(Action<IServiceCollection>? adjust = null)
    {
        Server = await TestServer.StartAsync(Database, adjust);
        await SignInAsync();
    }

    /// <summary>New sessions, where the old ones have run out.</summary>
    public async Task SignInAsync()
    {
        Manager = await Server.SignInAsync(Role.GridManager);
        Reviewer = await Server.SignInAsync(Role.Reviewer);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A mutation's payload with the plan's id, version and where it stands, and the refusal.</summary>
    public static async Task<JsonElement> ChangeAsync(HttpClient client, string call, string more = "")
    {
        var data = await client.QueryAsync($"mutation {{ {call} {{ plan {{ id version status applied operationCount }} refusal {{ code place {{ longitude }} }} {more} }} }}");
        return data.EnumerateObject().Single().Value;
    }

    /// <summary>The code of the refusal of a payload; null when it is none.</summary>
    public static string? CodeOf(JsonElement payload) =>
        payload.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? refusal.GetProperty("code").GetString() : null;

    public async Task<PlanHandle> CreatePlanAsync(string area = "1", HttpClient? by = null)
    {
        var made = await ChangeAsync(by ?? Manager, $"createPlan(input: {{ name: \"方案\", area: \"{area}\", idempotencyKey: \"{Key()}\" }})");
        Assert.Null(CodeOf(made));
        return new PlanHandle(this, by ?? Manager, made.GetProperty("plan").GetProperty("id").GetString()!, made.GetProperty("plan").GetProperty("version").GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>A plan as its editor holds it: with the version last heard of.</summary>
public sealed class PlanHandle(PlanTown town, HttpClient editor, string id, int version)
{
    public string Id => id;

    public int Version { get; private set; } = version;

    public Task<JsonElement> ApplyAsync(params string[] operations) => RunAsync(
        editor, $"applyPlanOperations(input: {{ plan: \"{id}\", expectedVersion: {Version}, operations: [{string.Join(", ", operations)}], idempotencyKey: \"{PlanTown.Key()}\" }})");

    public Task<JsonElement> RewindAsync(int applied) =>
        RunAsync(editor, $"rewindPlan(input: {{ plan: \"{id}\", expectedVersion: {Version}, applied: {applied} }})");

    public Task<JsonElement> RebaseAsync(string choice) =>
        RunAsync(editor, $"rebasePlan(input: {{ plan: \"{id}\", expectedVersion: {Version}, conflicts: {choice} }})");

    public Task<JsonElement> SubmitAsync() => RunAsync(editor, $"submitPlan(input: {{ plan: \"{id}\", expectedVersion: {Version} }})");

    public Task<JsonElement> ApproveAsync(HttpClient? by = null) =>
        RunAsync(by ?? town.Reviewer, $"approvePlan(input: {{ plan: \"{id}\", expectedVersion: {Version}, idempotencyKey: \"{PlanTown.Key()}\" }})");

    public Task<JsonElement> RejectAsync(string reason) => RunAsync(
        town.Reviewer, $"rejectPlan(input: {{ plan: \"{id}\", expectedVersion: {Version}, comment: \"{reason}\", idempotencyKey: \"{PlanTown.Key()}\" }})");

    public Task<JsonElement> PublishAsync(string at = "null") =>
        RunAsync(town.Reviewer, $"publishPlan(input: {{ plan: \"{id}\", expectedVersion: {Version}, at: {at} }})");

    /// <summary>Submitted, approved and published, each without a refusal.</summary>
    public async Task PutInForceAsync()
    {
        foreach (var step in new[] { SubmitAsync, () => ApproveAsync(), () => PublishAsync() })
        {
            Assert.Null(PlanTown.CodeOf(await step()));
        }
    }

    public Task<JsonElement> ReadAsync(string fields) => ReadAsync(editor, fields);

    public async Task<JsonElement> ReadAsync(HttpClient reader, string fields) =>
        (await reader.QueryAsync($"{{ plan(id: \"{id}\") {{ {fields} }} }}")).GetProperty("plan");

    private async Task<JsonElement> RunAsync(HttpClient client, string call)
    {
        var payload = await PlanTown.ChangeAsync(client, call);
        if (payload.GetProperty("plan") is { ValueKind: JsonValueKind.Object } plan)
        {
            Version = plan.GetProperty("version").GetInt32();
        }

        return payload;
    }
}
