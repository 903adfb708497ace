using System.Security.Cryptography;
using System.Text;
using GridMap.Database;
using Npgsql;

namespace GridMap.Testing;

/// <summary>
/// A database with this program's schema and nothing in it, which test databases are copied from: a copy takes a tenth of the time that all migrations take. It is called
/// after what it was made of, so that every run with the same schema has it already.
/// </summary>
internal static class TestTemplate
{
    private static readonly Lazy<Task<string>> Found = new(FindOrMakeAsync);

    public static Task<string> FindAsync() => Found.Value;

    private static async Task<string> FindOrMakeAsync()
    {
        var name = $"gridmap_template_{HashOfSchema()[..16]}";
        var server = await TestPostgres.FindServerAsync();
        if (!await ExistsAsync(server, name))
        {
            await MakeAsync(server, name);
        }

        return name;
    }

    /// <summary>Under another name until it is whole: who is killed meanwhile leaves nothing that looks like it, and of two who make it at once one is content with the other's.</summary>
    private static async Task MakeAsync(string server, string name)
    {
        var draft = $"gridmap_test_{Guid.NewGuid():N}";
        await TestPostgres.ExecuteAsync($"CREATE DATABASE {draft}");
        _ = (await new Migrator(new NpgsqlConnectionStringBuilder(server) { Database = draft }.ConnectionString).RunAsync(CancellationToken.None)).Value;
        try
        {
            await TestPostgres.ExecuteAsync($"ALTER DATABASE {draft} RENAME TO {name}");
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            await TestPostgres.ExecuteAsync($"DROP DATABASE {draft}");
        }
    }

    private static async Task<bool> ExistsAsync(string server, string name)
    {
        await using var database = NpgsqlDataSource.Create(server);
        await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)");
        command.Parameters.AddWithValue(name);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static string HashOfSchema() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Concat(Script.Migrations.Concat(Script.Functions).Select(script => script.Sha256)))));
}
