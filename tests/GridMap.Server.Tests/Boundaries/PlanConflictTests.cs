using GridMap.Core.Access;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>Two managers at once: what is apart merges by itself, what meets is a conflict, and the result is that of one after the other.</summary>
public sealed class PlanConflictTests : IAsyncLifetime
{
    private const string Owners = "SELECT string_agg(atom_id || ':' || grid_id, ' ' ORDER BY atom_id) FROM assignment WHERE upper_inf(valid)";

    private PlanTown _town = null!;

    public async Task InitializeAsync() => _town = await PlanTown.CreateAsync();

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task Plans_about_different_land_are_both_published()
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }");
        await theirs.ApplyAsync("{ reassign: { atoms: [604], grid: 14 } }");
        await theirs.PutInForceAsync();
        Assert.Equal(
            """{"isStale":true,"conflicts":[]}""", (await mine.ReadAsync("isStale conflicts { atom }")).GetRawText());
        await mine.PutInForceAsync();
        Assert.Equal("14 14", await _town.ReadAsync<string>("SELECT string_agg(grid_id::text, ' ') FROM assignment WHERE upper_inf(valid) AND atom_id IN (204, 604)"));
    }

    [Fact]
    public async Task The_same_atom_is_a_conflict_that_says_mine_theirs_who_and_when()
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [205, 204], grid: 14 } }");
        await theirs.ApplyAsync("{ reassign: { atoms: [204], grid: 10 } }");
        await theirs.PutInForceAsync();
        var conflict = Assert.Single((await mine.ReadAsync("conflicts { position atom mine theirs plan { id } who at shape code }")).GetProperty("conflicts").EnumerateArray().ToList());
        Assert.Equal((1, 204), (conflict.GetProperty("position").GetInt32(), conflict.GetProperty("atom").GetInt32()));
        Assert.EndsWith("第14网格", conflict.GetProperty("mine").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("第10网格", conflict.GetProperty("theirs").GetString(), StringComparison.Ordinal);
        Assert.Equal(theirs.Id, conflict.GetProperty("plan").GetProperty("id").GetString());
        Assert.Equal("Polygon", conflict.GetProperty("shape").GetProperty("type").GetString());
        Assert.Equal("PLAN_IN_CONFLICT", PlanTown.CodeOf(await mine.ApplyAsync("{ merge: { grid: 16, into: 17 } }")));
        await mine.SubmitAsync();
        await mine.ApproveAsync();
        Assert.Equal("PLAN_IN_CONFLICT", PlanTown.CodeOf(await mine.PublishAsync()));
    }

    [Theory]
    [InlineData("MINE", "14 14")]
    [InlineData("THEIRS", "10 11")]
    public async Task A_conflict_is_settled_by_keeping_mine_or_theirs(string choice, string expected)
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [205, 204], grid: 14 } }", "{ merge: { grid: 16, into: 17 } }");
        await theirs.ApplyAsync("{ reassign: { atoms: [204], grid: 10 } }");
        await theirs.PutInForceAsync();
        Assert.Equal("PLAN_IN_CONFLICT", PlanTown.CodeOf(await mine.RebaseAsync("NEITHER")));
        Assert.Null(PlanTown.CodeOf(await mine.RebaseAsync(choice)));
        await mine.PutInForceAsync();
        Assert.Equal(expected, await _town.ReadAsync<string>(
            "SELECT string_agg(grid_id::text, ' ' ORDER BY atom_id) FROM assignment WHERE upper_inf(valid) AND atom_id IN (204, 205)"));
        Assert.False(await _town.ReadAsync<bool>("SELECT EXISTS (SELECT FROM current_area WHERE id = 16)"));
    }

    [Fact]
    public async Task Operations_in_conflict_are_decided_about_one_by_one()
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ reassign: { atoms: [604], grid: 14 } }");
        await theirs.ApplyAsync("{ reassign: { atoms: [204], grid: 10 } }", "{ reassign: { atoms: [604], grid: 16 } }");
        await theirs.PutInForceAsync();
        Assert.Equal("PLAN_IN_CONFLICT", PlanTown.CodeOf(await mine.RebaseAsync("NEITHER, decisions: [{ position: 1, keep: MINE }]")));
        Assert.Equal(2, (await mine.ReadAsync("applied")).GetProperty("applied").GetInt32());
        Assert.Null(PlanTown.CodeOf(await mine.RebaseAsync("NEITHER, decisions: [{ position: 1, keep: MINE }, { position: 2, keep: THEIRS }]")));
        await mine.PutInForceAsync();
        Assert.Equal("14 16", await _town.ReadAsync<string>(
            "SELECT string_agg(grid_id::text, ' ' ORDER BY atom_id) FROM assignment WHERE upper_inf(valid) AND atom_id IN (204, 604)"));
    }

    [Fact]
    public async Task An_operation_on_a_grid_that_was_retired_meanwhile_is_told_too()
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [205], grid: 14 } }", "{ reassign: { atoms: [705], grid: 18 } }");
        await theirs.ApplyAsync("{ reassign: { atoms: [205], grid: 10 } }", "{ merge: { grid: 18, into: 15 } }");
        await theirs.PutInForceAsync();
        Assert.Equal(
            """[{"position":1,"atom":205,"grid":null},{"position":2,"atom":null,"grid":18}]""",
            (await mine.ReadAsync("conflicts { position atom grid }")).GetProperty("conflicts").GetRawText());
    }

    [Fact]
    public async Task Rules_are_checked_again_on_what_was_published_meanwhile()
    {
        const string Broken = "warnings { rule area }";
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ reassign: { atoms: [203], grid: 14 } }");
        Assert.DoesNotContain("GRID_CONTIGUITY", (await mine.ReadAsync(Broken)).GetRawText(), StringComparison.Ordinal);
        await theirs.ApplyAsync("{ reassign: { atoms: [303], grid: 11 } }");
        await theirs.PutInForceAsync();
        Assert.Null(PlanTown.CodeOf(await mine.RebaseAsync("NEITHER")));
        Assert.Contains("""{"rule":"GRID_CONTIGUITY","area":14}""", (await mine.ReadAsync(Broken)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_splits_that_want_the_same_code_conflict()
    {
        var (mine, theirs) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync());
        await mine.ApplyAsync("{ createGrid: { community: 4, atoms: [0, 1], new: { code: \"140214000004007\" } } }");
        await theirs.ApplyAsync("{ createGrid: { community: 4, atoms: [208, 207], new: { code: \"140214000004007\" } } }");
        await theirs.PutInForceAsync();
        var conflict = Assert.Single((await mine.ReadAsync("conflicts { code }")).GetProperty("conflicts").EnumerateArray().ToList());
        Assert.Equal("CODE_TAKEN", conflict.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Others_see_who_is_in_a_plan_and_where()
    {
        var plan = await _town.CreatePlanAsync();
        await PlanTown.ChangeAsync(_town.Manager, $"enterPlan(plan: \"{plan.Id}\", position: {{ longitude: 113.21, latitude: 40.01 }})");
        var seen = Assert.Single((await plan.ReadAsync(_town.Reviewer, "editors { isMe position { longitude } }")).GetProperty("editors").EnumerateArray().ToList());
        Assert.Equal("""{"isMe":false,"position":{"longitude":113.21}}""", seen.GetRawText());
    }

    [Fact]
    public async Task Random_plans_of_two_managers_come_out_as_if_made_one_after_the_other()
    {
        var random = new Random(20261121);
        var other = await _town.Server.SignInAsync(Role.GridManager);
        var (merged, met) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var (first, second) = (await _town.CreatePlanAsync(), await _town.CreatePlanAsync(by: other));
            var theirs = await FillAsync(first, random);
            var mine = await FillAsync(second, random);
            if (theirs.Count == 0 || mine.Count == 0)
            {
                continue;
            }

            await first.PutInForceAsync();
            var conflicts = (await second.ReadAsync("conflicts { atom }")).GetProperty("conflicts").GetArrayLength();
            if (theirs.Overlaps(mine))
            {
                met++;
                Assert.NotEqual(0, conflicts);
                continue;
            }

            // One after the other: the second manager's operations, made anew on what the first has published.
            if (conflicts > 0)
            {
                continue;
            }

            merged++;
            var serial = await SeriallyAsync(second);
            await second.PutInForceAsync();
            Assert.Equal(serial, await _town.ReadAsync<string>(Owners));
        }

        Assert.True(merged > 0 && met > 0, $"{merged} merged, {met} met");
    }

    /// <summary>Up to three random operations; answers the atoms they touched.</summary>
    private static async Task<HashSet<int>> FillAsync(PlanHandle plan, Random random)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            var (column, row) = (random.Next(2, 7), random.Next(2, 7));
            await plan.ApplyAsync($"{{ reassign: {{ atoms: [{100 * column + row}], grid: {10 + random.Next(9)} }} }}");
        }

        var operations = (await plan.ReadAsync("operations { touchedAtoms }")).GetProperty("operations").EnumerateArray();
        return [.. operations.SelectMany(operation => operation.GetProperty("touchedAtoms").EnumerateArray().Select(atom => atom.GetInt32()))];
    }

    /// <summary>Who owns what when the operations of a plan are done on what is in force, by the plain meaning of each.</summary>
    private async Task<string> SeriallyAsync(PlanHandle plan) => await _town.ReadAsync<string>(
        $"""
        WITH said AS (
            SELECT DISTINCT ON (atom.id::integer) atom.id::integer AS atom_id, (operation ->> 'grid')::integer AS grid_id
            FROM plan_operation
            CROSS JOIN jsonb_array_elements_text(operation -> 'atoms') AS atom (id)
            WHERE plan_id = {plan.Id} AND discarded_at IS NULL
            ORDER BY atom.id::integer, position DESC
        )
        SELECT string_agg(assignment.atom_id || ':' || coalesce(said.grid_id, assignment.grid_id), ' ' ORDER BY assignment.atom_id)
        FROM assignment
        LEFT JOIN said ON said.atom_id = assignment.atom_id
        WHERE upper_inf(assignment.valid)
        """);
}
