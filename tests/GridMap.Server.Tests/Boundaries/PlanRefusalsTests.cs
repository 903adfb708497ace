using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>Whatever a plan cannot do is refused with a code, a place on the map and what to do in both languages, and nothing of it is kept.</summary>
public sealed class PlanRefusalsTests : IAsyncLifetime
{
    private PlanTown _town = null!;

    /// <summary>Of atom 404, as shares of its width and height; grid 19 is this atom alone.</summary>
    private static (string Operation, string Code)[] Refused =>
    [
        (Cut((-0.1, 0.5), (0.8, 0.5), (0.5, 0.8), (0.5, -0.1)), "LINE_CROSSES_ITSELF"),
        (Cut((-0.1, 0.5), (0.7, 0.5), (0.3, 0.5)), "LINE_TURNS_BACK"),
        (Cut((3, 0.5), (4, 0.5)), "LINE_OUTSIDE"),
        (Cut((0.5, 0.5), (0.5, 0.5)), "LINE_ZERO_LENGTH"),
        (Cut((-0.1, 0.5), (0.5, 0.5)), "LINE_ENDS_INSIDE"),
        ("{ reassign: { atoms: [404], grid: 14 } }", "GRID_EMPTIED"),
        ("{ renumber: { grid: 17, code: \"140214000006001\" } }", "CODE_TAKEN"),
        ("{ renumber: { grid: 17, code: \"140214000001001\" } }", "CODE_UNFIT"),
        ("{ merge: { grid: 10, into: 18 } }", "GRIDS_NOT_NEIGHBORS"),
    ];

    public async Task InitializeAsync() => _town = await PlanTown.CreateAsync();

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task Bad_lines_emptied_grids_and_clashing_codes()
    {
        var plan = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ renumber: { grid: 18, code: \"140214000006001\" } }")));
        foreach (var (operation, code) in Refused)
        {
            AssertRefused(code, await SendAsync(_town.Manager, plan, await PlacedAsync(operation)), code);
        }

        Assert.Equal(1L, await _town.ReadAsync<long>("SELECT count(*) FROM plan_operation"));
    }

    /// <summary>Of 100 000 points, which the engine refuses alike, a request would be over the limit of its size.</summary>
    [Fact]
    public async Task A_line_of_too_many_points()
    {
        var plan = await _town.CreatePlanAsync();
        var line = Enumerable.Range(0, 5_000).Select(i => new { longitude = 113.2 + i * 1e-6, latitude = 40.01 });
        var input = new { plan = plan.Id, expectedVersion = plan.Version, operations = new[] { new { cut = new { atom = 404, line } } }, idempotencyKey = PlanTown.Key() };
        var answer = await _town.Manager.QueryAsync(
            "mutation ($input: ApplyOperationsInput!) { applyPlanOperations(input: $input) { refusal { code message messageZh place { longitude } } } }", new { input });
        AssertRefused("long", answer.GetProperty("applyPlanOperations").GetProperty("refusal"), "LINE_TOO_LONG");
    }

    [Fact]
    public async Task Plans_that_are_stale_rejected_published_or_of_anothers_area()
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [205, 204], grid: 14 } }");
        await theirs.ApplyAsync("{ reassign: { atoms: [204], grid: 10 } }");
        await theirs.PutInForceAsync();
        AssertRefused("stale, edited", await SendAsync(_town.Manager, mine, "{ merge: { grid: 16, into: 17 } }"), "PLAN_IN_CONFLICT");
        await mine.SubmitAsync();
        await mine.ApproveAsync();
        AssertRefused("stale", await PublishAsync(mine), "PLAN_IN_CONFLICT");
        AssertRefused("published", await PublishAsync(theirs), "PLAN_PUBLISHED");
        AssertRefused("published, edited", await SendAsync(_town.Manager, theirs, "{ merge: { grid: 16, into: 17 } }"), "PLAN_PUBLISHED");

        var rejected = await _town.CreatePlanAsync();
        await rejected.ApplyAsync("{ reassign: { atoms: [805], grid: 18 } }");
        AssertRefused("draft", await PublishAsync(rejected), "PLAN_NOT_APPROVED");
        await rejected.SubmitAsync();
        await rejected.RejectAsync("河道应为界");
        AssertRefused("rejected", await PublishAsync(rejected), "PLAN_REJECTED");

        var manager = await _town.Server.SignInAsync(Role.GridManager, "140214000006");
        AssertRefused("another's plan", await SendAsync(manager, rejected, "{ merge: { grid: 10, into: 11 } }"), "NOT_ALLOWED");
        AssertRefused("beside its area", await SendAsync(manager, await _town.CreatePlanAsync("6", manager), "{ reassign: { atoms: [504], grid: 17 } }"), "PLAN_OUTSIDE_AREA");
        AssertRefused("another's area", await AskAsync(manager, $"createPlan(input: {{ name: \"x\", area: \"4\", idempotencyKey: \"{PlanTown.Key()}\" }})"), "NOT_ALLOWED");
    }

    private static string Cut(params (double X, double Y)[] line) =>
        $"{{ cut: {{ atom: 404, line: [{string.Join(", ", line.Select(point => string.Create(CultureInfo.InvariantCulture, $"<{point.X} {point.Y}>")))}] }} }}";

    /// <summary>The operation with its shares of the atom as places.</summary>
    private async Task<string> PlacedAsync(string operation)
    {
        var box = await _town.ReadAsync<double[]>("SELECT ARRAY[ST_XMin(shape), ST_YMin(shape), ST_XMax(shape), ST_YMax(shape)] FROM atom WHERE id = 404");
        return Regex.Replace(operation, "<(\\S+) (\\S+)>", found =>
        {
            double Share(int group) => double.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{{ longitude: {box[0] + Share(1) * (box[2] - box[0]):F7}, latitude: {box[1] + Share(2) * (box[3] - box[1]):F7} }}");
        });
    }

    private static Task<JsonElement> SendAsync(HttpClient client, PlanHandle plan, string operation) => AskAsync(
        client, $"applyPlanOperations(input: {{ plan: \"{plan.Id}\", expectedVersion: {plan.Version}, operations: [{operation}], idempotencyKey: \"{PlanTown.Key()}\" }})");

    private Task<JsonElement> PublishAsync(PlanHandle plan) =>
        AskAsync(_town.Reviewer, $"publishPlan(input: {{ plan: \"{plan.Id}\", expectedVersion: {plan.Version} }})");

    private static async Task<JsonElement> AskAsync(HttpClient client, string call) => (await client.QueryAsync(
        $"mutation {{ {call} {{ refusal {{ code message messageZh place {{ longitude latitude }} }} }} }}")).EnumerateObject().Single().Value.GetProperty("refusal");

    private static void AssertRefused(string what, JsonElement refusal, string code)
    {
        Assert.True(refusal.ValueKind == JsonValueKind.Object && refusal.GetProperty("code").GetString() == code, $"{what}: {refusal}");
        Assert.True(refusal.GetProperty("place").ValueKind == JsonValueKind.Object, $"{what}: no place in {refusal}");
        Assert.NotEmpty(refusal.GetProperty("message").GetString()!);
        Assert.Matches("\\p{IsCJKUnifiedIdeographs}", refusal.GetProperty("messageZh").GetString());
    }
}
