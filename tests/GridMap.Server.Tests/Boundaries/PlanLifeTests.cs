using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>The life of a plan, from the first operation to the division in force and back.</summary>
public sealed class PlanLifeTests : IAsyncLifetime
{
    private PlanTown _town = null!;

    public async Task InitializeAsync() => _town = await PlanTown.CreateAsync();

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task A_published_plan_is_the_division_in_force_and_history_tells_how_it_was()
    {
        var before = await GridAtAsync(null);
        var plan = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }")));
        await plan.PutInForceAsync();
        Assert.Equal("11", before);
        Assert.Equal("14", await GridAtAsync(null));
        Assert.Equal("11", await GridAtAsync("2026-01-01T00:00:00Z"));
        Assert.Equal("PUBLISHED", (await plan.ReadAsync("status revision")).GetProperty("status").GetString());
        Assert.Equal(1L, await _town.ReadAsync<long>("SELECT count(*) FROM land_revision"));
        Assert.Equal(await AreasAsync("2026-01-01"), await AreasAsync("now()"), 1e-6);
    }

    [Fact]
    public async Task Undo_and_redo_survive_another_server()
    {
        var plan = await _town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ merge: { grid: 10, into: 11 } }");
        await plan.RewindAsync(1);
        await _town.Server.DisposeAsync();
        await _town.StartAsync();
        var again = new PlanHandle(_town, await _town.Server.SignInAsync(Role.GridManager), plan.Id, plan.Version);
        Assert.Equal("""{"applied":1,"operationCount":2}""", (await again.ReadAsync("applied operationCount")).GetRawText());
        Assert.Null(PlanTown.CodeOf(await again.RewindAsync(2)));
        Assert.Equal("[10,11,14]", (await again.ReadAsync("diff { grid }")).GetProperty("diff").EnumerateArray().Select(grid => grid.GetProperty("grid").GetInt32()).ToJson());
        Assert.Null(PlanTown.CodeOf(await again.RewindAsync(0)));
        Assert.Empty((await again.ReadAsync("diff { grid }")).GetProperty("diff").EnumerateArray());
    }

    [Fact]
    public async Task An_operation_sent_twice_is_done_once()
    {
        var plan = await _town.CreatePlanAsync();
        var call = $"applyPlanOperations(input: {{ plan: \"{plan.Id}\", expectedVersion: 1, operations: [{{ reassign: {{ atoms: [204], grid: 14 }} }}], idempotencyKey: \"{PlanTown.Key()}\" }})";
        Assert.Null(PlanTown.CodeOf(await PlanTown.ChangeAsync(_town.Manager, call)));
        var again = await PlanTown.ChangeAsync(_town.Manager, call);
        Assert.Null(PlanTown.CodeOf(again));
        Assert.Equal(1, again.GetProperty("plan").GetProperty("applied").GetInt32());
    }

    [Fact]
    public async Task Whoever_worked_on_a_plan_does_not_decide_about_it()
    {
        var plan = await _town.CreatePlanAsync(by: _town.Server.Client);
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }");
        await plan.SubmitAsync();
        Assert.Equal("PLAN_OWN", PlanTown.CodeOf(await plan.ApproveAsync(_town.Server.Client)));
        Assert.Null(PlanTown.CodeOf(await plan.ApproveAsync()));
    }

    [Fact]
    public async Task Who_made_changed_and_reviewed_a_plan_is_told_by_login_and_by_name()
    {
        var plan = await _town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }");
        await plan.SubmitAsync();
        await plan.ApproveAsync();
        var read = await plan.ReadAsync("author authorName operations { actor actorName } reviews { reviewer reviewerName }");
        void IsNamed(JsonElement thing, string field)
        {
            var login = thing.GetProperty(field).GetString()!;
            Assert.StartsWith("test-", login, StringComparison.Ordinal);
            Assert.Equal($"测试 {login[^4..]}", thing.GetProperty($"{field}Name").GetString());
        }

        IsNamed(read, "author");
        IsNamed(Assert.Single(read.GetProperty("operations").EnumerateArray()), "actor");
        Assert.All(read.GetProperty("reviews").EnumerateArray(), review => IsNamed(review, "reviewer"));
        Assert.NotEmpty(read.GetProperty("reviews").EnumerateArray());
    }

    [Fact]
    public async Task Only_an_approved_plan_is_published_and_only_once()
    {
        var plan = await _town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }");
        Assert.Equal("PLAN_NOT_APPROVED", PlanTown.CodeOf(await plan.PublishAsync()));
        await plan.SubmitAsync();
        Assert.Equal("REASON_MISSING", PlanTown.CodeOf(await plan.RejectAsync(" ")));
        await plan.RejectAsync("河道应为界");
        Assert.Equal("PLAN_REJECTED", PlanTown.CodeOf(await plan.PublishAsync()));
        Assert.Equal("河道应为界", (await plan.ReadAsync("reviews { comment }")).GetProperty("reviews").EnumerateArray().Last().GetProperty("comment").GetString());
        await plan.PutInForceAsync();
        Assert.Equal("PLAN_PUBLISHED", PlanTown.CodeOf(await plan.PublishAsync()));
        Assert.Equal("PLAN_PUBLISHED", PlanTown.CodeOf(await plan.ApplyAsync("{ merge: { grid: 10, into: 11 } }")));
    }

    [Fact]
    public async Task Nobody_plans_in_anothers_area()
    {
        var manager = await _town.Server.SignInAsync(Role.GridManager, "140214000006");
        var refused = await PlanTown.ChangeAsync(manager, $"createPlan(input: {{ name: \"x\", area: \"4\", idempotencyKey: \"{PlanTown.Key()}\" }})");
        Assert.Equal("NOT_ALLOWED", PlanTown.CodeOf(refused));
        var plan = await _town.CreatePlanAsync("6", manager);
        var outside = await plan.ApplyAsync("{ reassign: { atoms: [504], grid: 17 } }");
        Assert.Equal("PLAN_OUTSIDE_AREA", PlanTown.CodeOf(outside));
        Assert.Equal(JsonValueKind.Object, outside.GetProperty("refusal").GetProperty("place").ValueKind);
        Assert.Equal(0, outside.GetProperty("plan").GetProperty("applied").GetInt32());
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ renumber: { grid: 17, code: \"140214000006001\" } }")));
        Assert.Equal("CODE_TAKEN", PlanTown.CodeOf(await plan.ApplyAsync("{ renumber: { grid: 18, code: \"140214000006001\" } }")));
    }

    [Fact]
    public async Task What_is_suggested_can_be_previewed_and_done()
    {
        await _town.ExecuteAsync("UPDATE building SET households = 400; UPDATE building SET atom_id = 204 WHERE id = 2; UPDATE building SET atom_id = 303, households = 100 WHERE id = 1");
        await _town.Server.DisposeAsync();
        await _town.StartAsync();
        var plan = await _town.CreatePlanAsync();
        var found = (await _town.Manager.QueryAsync($"{{ boundarySuggestions(plan: \"{plan.Id}\", kind: MERGE_SMALL) {{ items {{ kind grid into outcome {{ grids {{ households }} }} }} }} }}"))
            .GetProperty("boundarySuggestions").GetProperty("items");
        Assert.Equal("""[{"kind":"merge","grid":14,"into":19,"outcome":{"grids":[{"households":100}]}}]""", found.GetRawText());
        var preview = (await _town.Manager.QueryAsync($"{{ previewOperation(plan: \"{plan.Id}\", operation: {{ merge: {{ grid: 14, into: 15 }} }}) {{ outcome {{ atoms {{ id }} grids {{ pieces }} }} refusal {{ code }} }} }}"))
            .GetProperty("previewOperation").GetProperty("outcome");
        Assert.Equal(8, preview.GetProperty("atoms").GetArrayLength());
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ merge: { grid: 14, into: 15 } }")));
    }

    [Fact]
    public async Task Open_work_moves_with_the_land_as_previewed_and_closed_work_stays()
    {
        await _town.ExecuteAsync(
            """
            INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, grid_id, reported_at, position)
            SELECT
                ('00000000-0000-0000-0000-00000000000' || n)::uuid, '20260603-00000' || n, version, code, 'desk', 'normal',
                CASE n WHEN 1 THEN 'reported' ELSE 'closed' END, 'x', 11, now(), (SELECT label_point FROM atom WHERE id = 204)
            FROM generate_series(1, 2) AS n
            CROSS JOIN (SELECT version, code FROM incident_class LIMIT 1) AS class;
            INSERT INTO patrol (id, device_id, name, kind, employment, grid_id) VALUES (1, 'd1', '张建国', 'grid_worker', 'full_time', 10);
            """);
        var plan = await _town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ merge: { grid: 10, into: 11 } }");
        Assert.Equal(
            """{"openIncidents":1,"facilities":0,"patrolPoints":0,"patrols":1}""",
            (await plan.ReadAsync("impact { openIncidents facilities patrolPoints patrols }")).GetProperty("impact").GetRawText());
        await plan.PutInForceAsync();
        Assert.Equal("14 11", await _town.ReadAsync<string>("SELECT string_agg(grid_id::text, ' ' ORDER BY number) FROM incident"));
        Assert.Equal(11, await _town.ReadAsync<int>("SELECT grid_id FROM patrol"));
        Assert.Equal(
            "delete 11 upsert 14",
            await _town.ReadAsync<string>("SELECT string_agg(kind || ' ' || grid_id, ' ' ORDER BY seq) FROM change WHERE topic = 'incident'"));
    }

    [Fact]
    public async Task A_cut_is_published_and_taken_back_to_the_same_shapes()
    {
        const string Shapes = "SELECT md5(string_agg(area_id || ST_AsText(ST_Normalize(shape)), ';' ORDER BY area_id)) FROM area_shape WHERE level = 'grid' AND upper_inf(valid)";
        var plan = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync(await SplitAsync(11))));
        await plan.PutInForceAsync();
        Assert.Equal(11L, await _town.ReadAsync<long>("SELECT count(*) FROM current_area WHERE level = 'grid'"));
        Assert.True(await _town.ReadAsync<long>("SELECT count(*) FROM atom WHERE retired_at IS NOT NULL") > 0);
        var back = await TakeBackAsync(plan);
        await back.PutInForceAsync();
        Assert.Equal(10L, await _town.ReadAsync<long>("SELECT count(*) FROM current_area WHERE level = 'grid'"));
        Assert.Equal(
            await _town.ReadAsync<string>(Shapes.Replace("upper_inf(valid)", "valid @> '2026-01-01'::timestamptz", StringComparison.Ordinal)), await _town.ReadAsync<string>(Shapes));
    }

    [Fact]
    public async Task Whatever_was_cut_since_a_cut_that_was_taken_back_can_be_put_in_place_again()
    {
        var first = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await first.ApplyAsync(await SplitAsync(11))));
        await first.PutInForceAsync();
        var back = await TakeBackAsync(first);
        await back.PutInForceAsync();
        var elsewhere = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await elsewhere.ApplyAsync(await SplitAsync(17))));
        await elsewhere.PutInForceAsync();

        // Its edges are those of the first plan, which nobody else may have been given meanwhile.
        var again = await TakeBackAsync(back);
        await again.PutInForceAsync();
        Assert.Equal(12L, await _town.ReadAsync<long>("SELECT count(*) FROM current_area WHERE level = 'grid'"));
    }

    /// <summary>A split along a line that runs across a grid through its label point, nearly from west to east.</summary>
    private async Task<string> SplitAsync(int grid)
    {
        var centre = await _town.ReadAsync<double[]>($"SELECT ARRAY[ST_X(label_point), ST_Y(label_point)] FROM area_shape WHERE area_id = {grid} AND upper_inf(valid)");
        return FormattableString.Invariant(
            $"{{ splitByLine: {{ grid: {grid}, line: [{{ longitude: {centre[0] - 0.02}, latitude: {centre[1] + 0.0003} }}, {{ longitude: {centre[0] + 0.02}, latitude: {centre[1] - 0.0002} }}] }} }}");
    }

    private async Task<PlanHandle> TakeBackAsync(PlanHandle plan)
    {
        var made = await PlanTown.ChangeAsync(_town.Manager, $"revertPlan(input: {{ plan: \"{plan.Id}\", name: \"撤销\", idempotencyKey: \"{PlanTown.Key()}\" }})");
        Assert.Null(PlanTown.CodeOf(made));
        return new PlanHandle(_town, _town.Manager, made.GetProperty("plan").GetProperty("id").GetString()!, made.GetProperty("plan").GetProperty("version").GetInt32());
    }

    private async Task<string?> GridAtAsync(string? at)
    {
        var place = await _town.ReadAsync<double[]>("SELECT ARRAY[ST_X(label_point), ST_Y(label_point)] FROM atom WHERE id = 204");
        var data = await _town.Manager.QueryAsync(FormattableString.Invariant(
            $"{{ gridAt(position: {{ longitude: {place[0]}, latitude: {place[1]} }}{(at is null ? "" : $", at: \"{at}\"")}) {{ id }} }}"));
        return data.GetProperty("gridAt").GetProperty("id").GetString();
    }

    private Task<double> AreasAsync(string at) => _town.ReadAsync<double>(
        $"SELECT sum(area_square_meters) FROM area_shape WHERE level = 'grid' AND valid @> {(at == "now()" ? at : $"'{at}'")}::timestamptz");
}

/// <summary>Numbers as JSON.</summary>
internal static class JsonNumbers
{
    public static string ToJson(this IEnumerable<int> numbers) => JsonSerializer.Serialize(numbers);
}
