namespace GridMap.Testing;

/// <summary>The folder of the solution these tests were built in.</summary>
public static class WorkingCopy
{
    public static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridMap.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} does not lie in a working copy.");
        }

        return folder.FullName;
    }
}
