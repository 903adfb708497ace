using System.Globalization;
using GridMap.Testing;

namespace GridMap.Platform.Tests.Tiles;

/// <summary>A database that holds the town of TileTown.sql.</summary>
public sealed class TileTown : IAsyncLifetime
{
    /// <summary>A tile in the middle of the town, as z/x/y.</summary>
    public const string Middle = "14/13344/6201";

    public TestDatabase Database { get; } = new();

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        await ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Tiles", "TileTown.sql")));
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<byte[]> TileAsync(string layer, int zoom, int column, int row) =>
        AskAsync<byte[]>(string.Create(CultureInfo.InvariantCulture, $"SELECT tile_{layer}({zoom}, {column}, {row})"));
}
