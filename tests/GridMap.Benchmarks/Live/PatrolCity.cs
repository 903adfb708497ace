using System.Globalization;
using Npgsql;

namespace GridMap.Benchmarks.Live;

/// <summary>A database of its own with many patrols that are always on duty; dropped when disposed.</summary>
public sealed class PatrolCity : IAsyncDisposable
{
    private const string Name = "gridmap_bench_patrols";

    private readonly Bed _bed;

    private PatrolCity(Bed bed) => _bed = bed;

    /// <summary>The bed over this database.</summary>
    public Bed Bed => _bed with { Database = new NpgsqlConnectionStringBuilder(_bed.Database) { Database = Name }.ConnectionString };

    public static async Task<PatrolCity> CreateAsync(Bed bed, int patrols)
    {
        var city = new PatrolCity(bed);
        await ExecuteAsync(bed.Database, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        await ExecuteAsync(bed.Database, $"CREATE DATABASE {Name}");
        await Child.RunAsync("env", $"GRIDMAP_DATABASE={city.Bed.Database}", bed.Server, "migrate");
        await ExecuteAsync(city.Bed.Database, string.Create(CultureInfo.InvariantCulture, $$"""
            INSERT INTO place (name, name_en, county_code, source, synthetic, attribution, licence, time_zone, scale, seed, extent, centre)
            VALUES (
                '测速城', 'Bench City', '140214', 'demo', true, '合成数据', 'CC0-1.0', 'Asia/Shanghai', 'small', 1,
                ST_Multi(ST_MakeEnvelope(113, 40, 113.5, 40.5, 4326)), ST_SetSRID(ST_MakePoint(113.2, 40.2), 4326)
            );
            INSERT INTO patrol (id, device_id, name, kind, employment)
            SELECT id, 'device-' || id, '巡查员 ' || id, 'grid_worker', 'full_time' FROM generate_series(1, {{patrols}}) AS id;
            INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at)
            SELECT id, '{1,2,3,4,5,6,7}', '00:00', '00:00' FROM generate_series(1, {{patrols}}) AS id;
            """));
        return city;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_bed.Database, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
