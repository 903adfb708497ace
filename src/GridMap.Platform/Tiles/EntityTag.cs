using Microsoft.Extensions.Primitives;

namespace GridMap.Platform.Tiles;

/// <summary>Compares `If-None-Match` with a tag by weak comparison, as RFC 9110 13.1.2 asks for GET and HEAD.</summary>
internal static class EntityTag
{
    public static bool Matches(StringValues ifNoneMatch, StringValues etag)
    {
        if (ifNoneMatch.Count == 0)
        {
            return false;
        }

        var tag = etag.ToString();
        foreach (var line in ifNoneMatch)
        {
            if (string.Equals(line, tag, StringComparison.Ordinal) || IsListed(line, tag))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsListed(ReadOnlySpan<char> line, ReadOnlySpan<char> tag)
    {
        foreach (var part in line.Split(','))
        {
            var entry = line[part].Trim();
            entry = entry.StartsWith("W/", StringComparison.Ordinal) ? entry[2..] : entry;
            if (entry is "*" || entry.SequenceEqual(tag))
            {
                return true;
            }
        }

        return false;
    }
}
