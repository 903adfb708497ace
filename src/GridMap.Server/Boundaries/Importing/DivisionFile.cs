namespace GridMap.Server.Boundaries.Importing;

/// <summary>A file that somebody sent, and how it is to be read.</summary>
/// <param name="Name">What it was called: told back, never opened by.</param>
/// <param name="Layer">Which of several layers; null where there is one.</param>
/// <param name="CodeField">Where codes stand; null: by the usual names.</param>
/// <param name="NameField">Where names stand; null: by the usual names.</param>
public sealed record DivisionFile(string Name, byte[] Content, string? Layer = null, string? CodeField = null, string? NameField = null)
{
    public const int MostBytes = 64 << 20;

    public const int LongestName = 200;

    public bool IsZip => Content.AsSpan().StartsWith("PK\u0003\u0004"u8);

    public bool IsGeoPackage => Content.AsSpan().StartsWith("SQLite format 3\0"u8);

    /// <summary>Text that begins with a brace, perhaps behind a byte order mark and blanks.</summary>
    public bool IsGeoJson
    {
        get
        {
            var text = Content.AsSpan();
            text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
            return text.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
        }
    }
}
