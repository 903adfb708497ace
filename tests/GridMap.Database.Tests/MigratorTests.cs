using GridMap.Testing;
using Npgsql;

namespace GridMap.Database.Tests;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Script[] Tables =
    [
        new("0001_first.sql", "CREATE TABLE first (id integer);"),
        new("0002_second.sql", "CREATE TABLE second (id integer);"),
    ];

    private static readonly Script[] Functions =
    [
        new("a_caller.sql", "CREATE OR REPLACE FUNCTION a_caller() RETURNS integer LANGUAGE sql AS 'SELECT b_called()';"),
        new("b_called.sql", "CREATE OR REPLACE FUNCTION b_called() RETURNS integer LANGUAGE sql AS 'SELECT 1';"),
    ];

    private TestDatabase? _database;

    private TestDatabase Database => _database!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(migrate: false);

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task The_schema_of_this_program_is_applied_once_and_then_current()
    {
        var first = await new Migrator(Database.ConnectionString).RunAsync(CancellationToken.None);
        var second = await new Migrator(Database.ConnectionString).RunAsync(CancellationToken.None);
        Assert.Equal(Script.Migrations.Select(script => script.Name), first.Value.Migrations);
        Assert.Empty(second.Value.Migrations);
        Assert.Empty(second.Value.Functions);
        Assert.Null(await new Migrator(Database.ConnectionString).FindRefusalAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_runs_at_once_apply_each_migration_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Migrate(Tables, Functions).RunAsync(CancellationToken.None)));
        Assert.All(runs, run => Assert.Null(run.Refusal));
        Assert.Equal(Tables.Length, runs.Sum(run => run.Value.Migrations.Count));
    }

    [Fact]
    public async Task An_edited_migration_is_refused_and_changes_nothing()
    {
        await Migrate(Tables, []).RunAsync(CancellationToken.None);
        Script[] edited = [Tables[0], Tables[1] with { Text = "CREATE TABLE second (id bigint);" }, new("0003_third.sql", "CREATE TABLE third ();")];
        var refused = await Migrate(edited, []).RunAsync(CancellationToken.None);
        Assert.Equal("MIGRATION_EDITED", refused.Refusal?.Code);
        Assert.Equal("", await ReadAsync("SELECT to_regclass('third')::text"));
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await Migrate(Tables, []).RunAsync(CancellationToken.None);
        Assert.Equal("DATABASE_NEWER", (await Migrate(Tables[..1], []).RunAsync(CancellationToken.None)).Refusal?.Code);
        Assert.Equal("DATABASE_NEWER", (await Migrate(Tables[..1], []).FindRefusalAsync(CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task A_server_finds_that_the_database_is_behind()
    {
        await Migrate(Tables[..1], []).RunAsync(CancellationToken.None);
        Assert.Equal("DATABASE_BEHIND", (await Migrate(Tables, []).FindRefusalAsync(CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task An_empty_database_is_behind_and_stays_untouched_by_the_look()
    {
        Assert.Equal("DATABASE_BEHIND", (await Migrate(Tables, []).FindRefusalAsync(CancellationToken.None))?.Code);
        Assert.Equal("", await ReadAsync("SELECT to_regclass('schema_migration')::text"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_those_before_it_and_nothing_of_itself()
    {
        Script[] broken = [Tables[0], new("0002_broken.sql", "CREATE TABLE half (); SELECT 1 / 0;")];
        await Assert.ThrowsAsync<PostgresException>(() => Migrate(broken, []).RunAsync(CancellationToken.None));
        Assert.Equal("first", await ReadAsync("SELECT to_regclass('first')::text"));
        Assert.Equal("", await ReadAsync("SELECT to_regclass('half')::text"));
        Assert.Equal("2", await ReadAsync("SELECT (SELECT count(*) FROM schema_migration) + 1"));
    }

    [Fact]
    public async Task A_function_is_replaced_when_its_text_changed_and_only_then()
    {
        await Migrate(Tables, Functions).RunAsync(CancellationToken.None);
        Script[] changed = [Functions[0], Functions[1] with { Text = Functions[1].Text.Replace("SELECT 1", "SELECT 2", StringComparison.Ordinal) }];
        var second = await Migrate(Tables, changed).RunAsync(CancellationToken.None);
        Assert.Equal(["b_called.sql"], second.Value.Functions);
        Assert.Equal("2", await ReadAsync("SELECT a_caller()"));
    }

    [Fact]
    public async Task Functions_are_replaced_all_or_none()
    {
        await Migrate(Tables, Functions).RunAsync(CancellationToken.None);
        Script[] broken = [Functions[0] with { Text = Functions[0].Text.Replace("b_called()", "7", StringComparison.Ordinal) }, new("b_called.sql", "no SQL at all")];
        await Assert.ThrowsAsync<PostgresException>(() => Migrate(Tables, broken).RunAsync(CancellationToken.None));
        Assert.Equal("1", await ReadAsync("SELECT a_caller()"));
    }

    [Theory]
    [InlineData("CREATE OR REPLACE FUNCTION b_called() RETURNS TABLE (value integer) LANGUAGE sql AS 'SELECT 3';")]
    [InlineData("CREATE OR REPLACE FUNCTION b_called() RETURNS smallint LANGUAGE sql AS 'SELECT 3::smallint';")]
    public async Task A_function_may_change_what_it_returns(string text)
    {
        await Migrate(Tables, Functions).RunAsync(CancellationToken.None);
        await Migrate(Tables, [Functions[0], new("b_called.sql", "CREATE OR REPLACE FUNCTION b_called(OUT value integer) LANGUAGE sql AS 'SELECT 2';")]).RunAsync(CancellationToken.None);
        var replaced = await Migrate(Tables, [Functions[0], new("folder/b_called.sql", text)]).RunAsync(CancellationToken.None);
        Assert.Equal(["folder/b_called.sql"], replaced.Value.Functions);
        Assert.Equal("3", await ReadAsync("SELECT a_caller()"));
    }

    [Fact]
    public async Task A_view_may_lose_a_column()
    {
        await Migrate(Tables, [new("summary.sql", "CREATE OR REPLACE VIEW summary AS SELECT 1 AS one, 2 AS two;")]).RunAsync(CancellationToken.None);
        await Migrate(Tables, [new("summary.sql", "CREATE OR REPLACE VIEW summary AS SELECT 2 AS two;")]).RunAsync(CancellationToken.None);
        Assert.Equal("2", await ReadAsync("SELECT * FROM summary"));
    }

    [Fact]
    public async Task A_function_that_changes_its_parameters_does_not_leave_its_old_self_behind()
    {
        await Migrate(Tables, Functions).RunAsync(CancellationToken.None);
        Script[] changed = [Functions[0], new("b_called.sql", "CREATE OR REPLACE FUNCTION b_called(value integer DEFAULT 4) RETURNS integer LANGUAGE sql AS 'SELECT value';")];
        await Migrate(Tables, changed).RunAsync(CancellationToken.None);
        Assert.Equal("4", await ReadAsync("SELECT a_caller()"));
        Assert.Equal("1", await ReadAsync("SELECT count(*) FROM pg_proc WHERE proname = 'b_called'"));
    }

    [Theory]
    [InlineData("CREATE TABLE place (id integer)", "place")]
    [InlineData("CREATE TABLE schema_migration (version text)", "schema_migration")]
    [InlineData("CREATE VIEW somebody AS SELECT 1", "somebody")]
    public async Task A_database_of_somebody_else_is_refused_and_left_as_it_was(string theirs, string relation)
    {
        await ReadAsync(theirs);
        var refused = await Migrate(Tables, Functions).RunAsync(CancellationToken.None);
        Assert.Equal("DATABASE_NOT_EMPTY", refused.Refusal?.Code);
        Assert.Contains(relation, refused.Refusal!.Remedy, StringComparison.Ordinal);
        Assert.Equal("DATABASE_NOT_EMPTY", (await Migrate(Tables, Functions).FindRefusalAsync(CancellationToken.None))?.Code);
        Assert.Equal(relation, await ReadAsync("SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')"));
    }

    [Fact]
    public async Task Extensions_that_are_there_already_are_no_obstacle()
    {
        await ReadAsync("CREATE EXTENSION postgis");
        Assert.Null((await Migrate(Tables, Functions).RunAsync(CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task A_user_without_the_right_to_create_extensions_is_told_which_one()
    {
        var role = $"gridmap_test_{Guid.NewGuid():N}";
        await ReadAsync($"CREATE ROLE {role}");
        try
        {
            await using var connection = await Database.DataSource.OpenConnectionAsync();
            await using var command = new NpgsqlCommand($"SET ROLE {role}", connection);
            await command.ExecuteNonQueryAsync();
            var refusal = await PostGis.FindRefusalAsync(connection, CancellationToken.None);
            Assert.Equal("EXTENSION_RIGHTS", refusal?.Code);
            Assert.Contains("CREATE EXTENSION postgis", refusal!.Remedy, StringComparison.Ordinal);
            await using var reset = new NpgsqlCommand("RESET ROLE", connection);
            await reset.ExecuteNonQueryAsync();
        }
        finally
        {
            await ReadAsync($"DROP ROLE {role}");
        }
    }

    [Theory]
    [InlineData("3.2.9", true)]
    [InlineData("3.3.2", false)]
    [InlineData("3.4.0dev", false)]
    [InlineData("4.0.0beta1", false)]
    public void PostGIS_before_3_3_is_too_old(string version, bool isTooOld) => Assert.Equal(isTooOld, PostGis.IsTooOld(version));

    private Migrator Migrate(Script[] migrations, Script[] functions) => new(Database.ConnectionString, migrations, functions);

    private async Task<string?> ReadAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
