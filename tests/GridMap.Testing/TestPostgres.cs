namespace GridMap.Testing;

/// <summary>The server the test databases are made on: `GRIDMAP_TEST_DATABASE`, an administrator's connection string.</summary>
internal static class TestPostgres
{
    public static Task<string> FindServerAsync() => Task.FromResult(
        Environment.GetEnvironmentVariable("GRIDMAP_TEST_DATABASE")
        ?? throw new InvalidOperationException("GRIDMAP_TEST_DATABASE is not set: run the tests through scripts/test, or name a PostGIS server."));
}
