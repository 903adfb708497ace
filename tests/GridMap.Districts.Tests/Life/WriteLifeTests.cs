using GridMap.Districts.Life;
using GridMap.Districts.Writing;
using GridMap.Testing;

namespace GridMap.Districts.Tests.Life;

/// <summary>The written life, asked by the database's own functions.</summary>
public sealed class WriteLifeTests(WrittenTown written) : IClassFixture<WrittenTown>
{
    public static TheoryData<string, string> Coherence => new()
    {
        { "every incident has the grid of its place and time", "SELECT count(*) FROM incident WHERE grid_id IS DISTINCT FROM grid_at(position, reported_at)" },
        { "every activity, wish and patrol point lies in its grid", "SELECT (SELECT count(*) FROM activity WHERE grid_id IS DISTINCT FROM grid_at(position, timestamptz '2026-11-18 15:20+08')) + (SELECT count(*) FROM wish WHERE grid_id IS DISTINCT FROM grid_at(position, timestamptz '2026-11-18 15:20+08')) + (SELECT count(*) FROM patrol_point WHERE grid_id IS DISTINCT FROM grid_at(position, timestamptz '2026-11-18 15:20+08'))" },
        { "at least sixty are on duty at every hour of the week", "SELECT count(*) FROM generate_series(0, 167) AS hour WHERE (SELECT count(*) FROM on_duty_patrols(timestamptz '2026-11-16 00:30+08' + hour * interval '1 hour')) < 60" },
        { "every incident has as last step the step it stands at", "SELECT count(*) FROM incident WHERE step <> (SELECT to_step FROM incident_step WHERE incident_id = incident.id ORDER BY at DESC, id DESC LIMIT 1)" },
        { "the next incident gets the next number", "SELECT nextval('incident_number') - 1 - (SELECT count(*) FROM incident)" },
        { "the next patrol gets a free id", "SELECT count(*) FROM patrol WHERE id >= nextval(pg_get_serial_sequence('patrol', 'id'))" },
        { "nothing is known of who reported", "SELECT count(*) FROM incident WHERE reporter_name IS NOT NULL OR reporter_phone IS NOT NULL OR reporter_email IS NOT NULL" },
        { "points come from service that was done", "SELECT count(*) FROM points_entry WHERE points <= 0 OR at > timestamptz '2026-11-18 15:20+08'" },
    };

    [Theory]
    [MemberData(nameof(Coherence))]
    public async Task The_written_life_is_coherent(string claim, string countBreachesSql)
    {
        await using var command = written.Database.DataSource.CreateCommand(countBreachesSql);
        Assert.True(Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) == 0, claim);
    }
}

/// <summary>The small demo district in a database of its own, with its life.</summary>
public sealed class WrittenTown : IAsyncLifetime, IAsyncDisposable
{
    public TestDatabase Database { get; } = new();

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        var chapters = WriteLife.Chapters(new StoppedClock());
        var writer = new DistrictWriter(Database.DataSource, chapters);
        _ = (await writer.RunAsync(LivingTown.District, replace: true, LivingTown.Now.AddDays(-400), new Progress<Progress>(), CancellationToken.None)).Value;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => LivingTown.Now.ToUniversalTime();
    }
}
