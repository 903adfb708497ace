using GridMap.Server.Boundaries;
using GridMap.Server.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>Publishing under faults, on time, and through history.</summary>
public sealed class PublishPlanTests
{
    /// <summary>Everything that publishing changes, in one line.</summary>
    public const string State =
        """
        SELECT md5(concat(
            (SELECT string_agg(atom_id || ':' || grid_id || ' ' || valid, ';' ORDER BY atom_id, valid) FROM assignment),
            (SELECT string_agg(area_id || code || valid, ';' ORDER BY area_id, valid) FROM area_revision),
            (SELECT string_agg(area_id || ' ' || valid || md5(ST_AsBinary(shape)), ';' ORDER BY area_id, valid) FROM area_shape),
            (SELECT string_agg(level || zoom || md5(ST_AsBinary(course)), ';' ORDER BY level, zoom, id) FROM tile_chain),
            (SELECT string_agg(status || version, ';' ORDER BY id) FROM plan),
            (SELECT count(*) FROM change WHERE topic IN ('plan', 'revision', 'grid', 'area', 'incident', 'facility', 'patrol_point', 'patrol'))
        ))
        """;

    [Fact]
    public async Task A_connection_that_dies_in_the_middle_leaves_all_as_it_was()
    {
        await using var town = await PlanTown.CreateAsync();
        var plan = await town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ merge: { grid: 16, into: 17 } }");
        await plan.SubmitAsync();
        await plan.ApproveAsync();
        var before = await town.ReadAsync<string>(State);

        // The trigger ends the publishing session by force after most has been written.
        await town.ExecuteAsync(
            """
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            CREATE TRIGGER die BEFORE INSERT ON land_revision FOR EACH ROW EXECUTE FUNCTION die();
            """);
        await Assert.ThrowsAnyAsync<Exception>(() => town.Server.Services.GetRequiredService<PublishPlan>().RunAsync(
            int.Parse(plan.Id, System.Globalization.CultureInfo.InvariantCulture), null, "test", "test", CancellationToken.None));
        Assert.Equal(before, await town.ReadAsync<string>(State));

        await town.ExecuteAsync("DROP TRIGGER die ON land_revision");
        Assert.Null(PlanTown.CodeOf(await plan.PublishAsync()));
        Assert.NotEqual(before, await town.ReadAsync<string>(State));
    }

    [Fact]
    public async Task A_publication_cut_off_at_any_moment_leaves_before_or_after()
    {
        await using var town = await PlanTown.CreateAsync();
        var publish = town.Server.Services.GetRequiredService<PublishPlan>();
        foreach (var milliseconds in new[] { 1, 5, 10, 20, 40, 80 })
        {
            var plan = await town.CreatePlanAsync();
            var to = await town.ReadAsync<int>("SELECT grid_id FROM assignment WHERE atom_id = 204 AND upper_inf(valid)") == 14 ? 11 : 14;
            await plan.ApplyAsync($"{{ reassign: {{ atoms: [204], grid: {to} }} }}");
            await plan.SubmitAsync();
            await plan.ApproveAsync();
            var before = await town.ReadAsync<string>(State);
            using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                await publish.RunAsync(int.Parse(plan.Id, System.Globalization.CultureInfo.InvariantCulture), null, "test", "test", cut.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or Npgsql.NpgsqlException)
            {
                // It is the state that tells, not the fault.
            }

            var isPublished = await town.ReadAsync<bool>($"SELECT status = 'published' FROM plan WHERE id = {plan.Id}");
            Assert.Equal(isPublished, await town.ReadAsync<bool>($"SELECT grid_id = {to} FROM assignment WHERE atom_id = 204 AND upper_inf(valid)"));
            Assert.Equal(isPublished, before != await town.ReadAsync<string>(State));
        }
    }

    [Fact]
    public async Task A_plan_is_published_when_it_is_due_also_by_a_server_that_started_later()
    {
        var clock = new MovedClock();
        await using var town = await PlanTown.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        var plan = await town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }");
        await plan.SubmitAsync();
        await plan.ApproveAsync();
        Assert.Null(PlanTown.CodeOf(await plan.PublishAsync($"\"{clock.GetUtcNow().AddHours(1):O}\"")));
        await town.Server.Services.GetRequiredService<PublishDuePlans>().RunAsync(CancellationToken.None);
        Assert.Equal("approved", await town.ReadAsync<string>($"SELECT status FROM plan WHERE id = {plan.Id}"));
        await town.Server.DisposeAsync();
        clock.Advance(TimeSpan.FromHours(2));
        await town.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        await town.Server.Services.GetRequiredService<PublishDuePlans>().RunAsync(CancellationToken.None);
        Assert.Equal("published", await town.ReadAsync<string>($"SELECT status FROM plan WHERE id = {plan.Id}"));
    }

    [Fact]
    public async Task History_answers_which_grid_a_place_was_in_across_ten_plans()
    {
        var clock = new MovedClock();
        await using var town = await PlanTown.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        var random = new Random(7);
        var history = new List<(DateTimeOffset At, string Grids)>();
        for (var i = 0; i < 10; i++)
        {
            var plan = await town.CreatePlanAsync();
            while ((await plan.ReadAsync("applied")).GetProperty("applied").GetInt32() < 3)
            {
                await plan.ApplyAsync($"{{ reassign: {{ atoms: [{100 * random.Next(9) + random.Next(9)}], grid: {10 + random.Next(9)} }} }}");
            }

            await plan.PutInForceAsync();
            clock.Advance(TimeSpan.FromHours(6));
            history.Add((clock.GetUtcNow(), await town.ReadAsync<string>(
                "SELECT string_agg(assignment.grid_id::text, ' ' ORDER BY assignment.atom_id) FROM assignment WHERE upper_inf(valid)")));
            clock.Advance(TimeSpan.FromHours(18));
            await town.SignInAsync();
        }

        foreach (var (at, grids) in history)
        {
            Assert.Equal(grids, await town.ReadAsync<string>(
                $"SELECT string_agg(grid_at(label_point, '{at:O}')::text, ' ' ORDER BY id) FROM atom WHERE retired_at IS NULL"));
        }
    }

    [Fact]
    public async Task Tiles_are_told_to_be_stale_around_what_changed_and_not_beyond()
    {
        await using var town = await PlanTown.CreateAsync();
        var plan = await town.CreatePlanAsync();
        await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 10 } }");
        await plan.PutInForceAsync();
        Assert.Equal("grid", await town.ReadAsync<string>("SELECT string_agg(DISTINCT topic, ' ') FROM change WHERE topic IN ('grid', 'area')"));
        Assert.True(await town.ReadAsync<bool>(
            """
            SELECT bool_and(NOT ST_Intersects(change.envelope, atom.shape))
            FROM change, atom
            WHERE change.topic = 'grid' AND atom.id IN (800, 804, 808)
            """));
        Assert.True(await town.ReadAsync<bool>(
            """
            SELECT ST_Covers(ST_Union(change.envelope), (SELECT ST_Union(shape) FROM area_shape WHERE area_id IN (10, 11)))
            FROM change
            WHERE topic = 'grid'
            """));
    }

    [Theory]
    [InlineData("{ reassign: { atoms: [204], grid: 14 } }")]
    [InlineData("{ merge: { grid: 10, into: 11 } }, { splitIntoParts: { grid: 17, parts: 2 } }")]
    [InlineData("{ moveGrid: { grid: 12, community: 5 } }")]
    [InlineData("{ moveCommunity: { community: 5, subdistrict: 3 } }")]
    [InlineData("{ splitByLine: { grid: 14, line: [{ longitude: 113.2125, latitude: 40.0143 }, { longitude: 113.2325, latitude: 40.0141 }] } }, { reassign: { atoms: [603], grid: 14 } }")]
    public async Task What_is_drawn_after_a_publication_is_what_would_be_drawn_anew(string operations)
    {
        const string Drawn =
            """
            SELECT md5(concat(
                (SELECT string_agg(concat_ws(' ', level, rank, zoom, least(left_area_id, right_area_id), greatest(left_area_id, right_area_id), md5(ST_AsBinary(ST_Normalize(course)))),
                    ';' ORDER BY level, rank, zoom, ST_AsBinary(ST_Normalize(course))) FROM tile_chain),
                (SELECT string_agg(concat_ws(' ', zoom, area_id, md5(ST_AsBinary(ST_Normalize(shape)))), ';' ORDER BY zoom, area_id) FROM tile_area)))
            """;
        await using var town = await PlanTown.CreateAsync();
        var plan = await town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync(operations)));
        await plan.PutInForceAsync();
        var piecemeal = await town.ReadAsync<string>(Drawn);
        await town.ExecuteAsync("SELECT refresh_tile_areas()");
        Assert.Equal(await town.ReadAsync<string>(Drawn), piecemeal);
        Assert.True(await town.ReadAsync<bool>(
            """
            SELECT bool_and(ST_Equals(whole.shape, parts.shape))
            FROM area_shape AS whole
            CROSS JOIN LATERAL (
                SELECT ST_Union(part.shape) AS shape
                FROM current_area
                JOIN area_shape AS part ON part.area_id = current_area.id AND upper_inf(part.valid)
                WHERE current_area.parent_id = whole.area_id
            ) AS parts
            WHERE whole.level <> 'grid' AND upper_inf(whole.valid)
            """));
    }
}
