namespace GridMap.Districts.Writing;

/// <summary>The SQL files of this folder.</summary>
internal static class Statement
{
    /// <summary>The text of `Writing/NAME.sql`.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Statement).Assembly.GetManifestResourceStream($"Writing/{name}.sql")
            ?? throw new InvalidOperationException($"There is no Writing/{name}.sql in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
