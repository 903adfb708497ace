using GridMap.Database.Cluster;

namespace GridMap.Database.Tests.Cluster;

public sealed class ClusterRefusalsTests
{
    // What initdb and the server of PostgreSQL 15 say.
    [Theory]
    [InlineData("initdb: error: could not write to file \"/x/pg_wal/xlogtemp.7\": No space left on device", "DISK_FULL")]
    [InlineData("FATAL:  could not write lock file \"postmaster.pid\": No space left on device", "DISK_FULL")]
    [InlineData("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", "CLUSTER_IN_USE")]
    [InlineData("FATAL:  configuration file \"postgresql.conf\" contains errors", "CLUSTER_FAILED")]
    public void What_PostgreSQL_says_becomes_a_refusal_with_a_stable_code(string said, string code) =>
        Assert.Equal(code, ClusterRefusals.Translate(said, "/x").Code);

    [Fact]
    public void The_fatal_line_is_told_and_not_the_last_one()
    {
        var refusal = ClusterRefusals.Translate("LOG:  starting\nFATAL:  bad setting\nLOG:  database system is shut down", "/x");
        Assert.Contains("bad setting", refusal.Remedy, StringComparison.Ordinal);
        Assert.Contains("bad setting", refusal.RemedyChinese, StringComparison.Ordinal);
    }
}
