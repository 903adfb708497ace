using GridMap.Districts.Osm;

namespace GridMap.Districts.Tests.Osm;

public sealed class TemporaryFolderTests
{
    [Fact]
    public void It_is_gone_with_all_that_is_in_it_when_the_operation_ends()
    {
        var folder = new TemporaryFolder("osm");
        using (folder)
        {
            File.WriteAllText(Path.Combine(folder.Path, "nodes.bin"), "half written");
        }

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void What_a_killed_run_left_is_swept_and_what_a_running_one_holds_stays()
    {
        // No process has the largest number.
        var orphan = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"gridmap-osm-{int.MaxValue}-test"));
        using var held = new TemporaryFolder("osm");
        using var next = new TemporaryFolder("osm");

        Assert.False(Directory.Exists(orphan.FullName));
        Assert.True(Directory.Exists(held.Path));
    }
}
