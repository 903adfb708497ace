using System.Globalization;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Npgsql;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>
/// Kills a server in a process of its own while it writes, always at a known statement: a trigger there waits for a lock that the test holds.
/// </summary>
public sealed class KillGate(PlanTown town, string session)
{
    private const int Lock = 20_261_121;

    /// <summary>A server over the town's database, with somebody signed in to it.</summary>
    public async Task<ServerProcess> StartServerAsync()
    {
        var server = await ServerProcess.StartAsync(town.Database.ConnectionString);
        server.Client.DefaultRequestHeaders.Add(Admission.RequestHeader, "1");
        server.Client.DefaultRequestHeaders.Add("Cookie", SignIns.CookieOf(session));
        return server;
    }

    /// <param name="trigger">A statement that creates a trigger which executes hold().</param>
    public Task HoldAsync(string trigger) => town.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared({Lock}); RETURN NULL; END $$;
        {trigger}
        """));

    /// <summary>Has something written, kills the server when that waits at the gate, opens it and waits until the killed one's session is over.</summary>
    /// <param name="withSession">The database's part of the machine dies as well; else it does to the end what it was told already.</param>
    public async Task KillAsync(ServerProcess server, Func<Task> writeAsync, bool withSession = false)
    {
        await using var gate = await town.Database.DataSource.OpenConnectionAsync();
        await RunAsync(gate, $"SELECT pg_advisory_lock({Lock})");
        var writing = writeAsync();
        var held = await WaitForAsync(
            $"SELECT max(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = {Lock} AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            writing);
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => writing);
        if (withSession)
        {
            await RunAsync(gate, $"SELECT pg_terminate_backend({held})");
        }

        await RunAsync(gate, $"SELECT pg_advisory_unlock({Lock})");
        await WaitForAsync($"SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = {held})", Task.Delay(TimeSpan.FromMinutes(2)));
    }

    /// <summary>The first number that a query answers; a fault where something ends before there is one.</summary>
    private async Task<int> WaitForAsync(string sql, Task end)
    {
        await using var command = town.Database.DataSource.CreateCommand(sql);
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
}
