using System.Globalization;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Npgsql;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>
/// A server in a process of its own is killed while it publishes, always at a known statement: that table's trigger waits for a lock that the test
/// holds. What is in force then is the old division or the new one, and the server that is started next goes on from there.
/// </summary>
public sealed class KilledPublicationTests : IAsyncLifetime
{
    private const int Gate = 20_261_121;

    private PlanTown _town = null!;
    private string _reviewer = null!;

    public async Task InitializeAsync()
    {
        _town = await PlanTown.CreateAsync();
        _reviewer = await _town.Server.OpenSessionAsync(new RoleInArea(Role.Reviewer, null));
    }

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task Killed_before_the_commit_it_leaves_the_old_division_and_publishes_afresh_when_asked_again()
    {
        var plan = await ApprovedPlanAsync();
        var before = await _town.ReadAsync<string>(PublishPlanTests.State);
        await using var server = await ServerProcess.StartAsync(_town.Database.ConnectionString);
        SignIn(server.Client);
        foreach (var table in new[] { "area_revision", "assignment", "area_shape", "tile_chain", "land_revision" })
        {
            await HoldAsync($"CREATE TRIGGER hold AFTER INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION hold()");
            await KillAtGateAsync(server, plan);
            await _town.ExecuteAsync($"DROP TRIGGER hold ON {table}");
            Assert.Equal(before, await _town.ReadAsync<string>(PublishPlanTests.State));
            await server.StartAsync();
            Assert.Equal("11", await GridInForceAsync(server.Client));
        }

        Assert.Equal("PUBLISHED", await PublishAsync(server.Client, plan));
        Assert.Equal("14", await GridInForceAsync(server.Client));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_the_commit_it_leaves_the_new_division_whole()
    {
        var plan = await ApprovedPlanAsync();
        await using var server = await ServerProcess.StartAsync(_town.Database.ConnectionString);
        SignIn(server.Client);
        await HoldAsync("CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON land_revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold()");
        await KillAtGateAsync(server, plan);
        Assert.Equal("published", await _town.ReadAsync<string>($"SELECT status FROM plan WHERE id = {plan.Id}"));
        Assert.Equal(14, await _town.ReadAsync<int>("SELECT grid_id FROM assignment WHERE atom_id = 204 AND upper_inf(valid)"));
        await server.StartAsync();
        Assert.Equal("14", await GridInForceAsync(server.Client));
    }

    private async Task<PlanHandle> ApprovedPlanAsync()
    {
        var plan = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ merge: { grid: 16, into: 17 } }", "{ renumber: { grid: 12, code: \"140214000004099\" } }")));
        Assert.Null(PlanTown.CodeOf(await plan.SubmitAsync()));
        Assert.Null(PlanTown.CodeOf(await plan.ApproveAsync()));
        return plan;
    }

    private void SignIn(HttpClient client)
    {
        client.DefaultRequestHeaders.Add(Admission.RequestHeader, "1");
        client.DefaultRequestHeaders.Add("Cookie", SignIns.CookieOf(_reviewer));
    }

    private Task HoldAsync(string trigger) => _town.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared({Gate}); RETURN NULL; END $$;
        {trigger}
        """));

    /// <summary>Has the plan published, kills the server when the publication waits at the gate, opens it and waits until the killed one's session is over.</summary>
    private async Task KillAtGateAsync(ServerProcess server, PlanHandle plan)
    {
        await using var gate = await _town.Database.DataSource.OpenConnectionAsync();
        await RunAsync(gate, $"SELECT pg_advisory_lock({Gate})");
        var publishing = PublishAsync(server.Client, plan);
        var session = await WaitForAsync(
            $"SELECT max(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = {Gate} AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            publishing);
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => publishing);
        await RunAsync(gate, $"SELECT pg_advisory_unlock({Gate})");
        await WaitForAsync($"SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = {session})", Task.Delay(TimeSpan.FromMinutes(2)));
    }

    /// <summary>The first number that a query answers; a fault where something ends before there is one.</summary>
    private async Task<int> WaitForAsync(string sql, Task end)
    {
        await using var command = _town.Database.DataSource.CreateCommand(sql);
        while (true)
        {
            if (await command.ExecuteScalarAsync() is int found)
            {
                return found;
            }

            Assert.False(end.IsCompleted, $"It was over before this was seen: {sql}");
            await Task.Delay(20);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> PublishAsync(HttpClient client, PlanHandle plan)
    {
        var answer = await PlanTown.ChangeAsync(client, $"publishPlan(input: {{ plan: \"{plan.Id}\", expectedVersion: {plan.Version} }})");
        Assert.Null(PlanTown.CodeOf(answer));
        return answer.GetProperty("plan").GetProperty("status").GetString();
    }

    private async Task<string?> GridInForceAsync(HttpClient client)
    {
        var place = await _town.ReadAsync<double[]>("SELECT ARRAY[ST_X(label_point), ST_Y(label_point)] FROM atom WHERE id = 204");
        var data = await client.QueryAsync(FormattableString.Invariant($"{{ gridAt(position: {{ longitude: {place[0]}, latitude: {place[1]} }}) {{ id }} }}"));
        return data.GetProperty("gridAt").GetProperty("id").GetString();
    }
}
