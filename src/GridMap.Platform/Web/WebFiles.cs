using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace GridMap.Platform.Web;

/// <summary>One file of the built dashboard with its compressed twins.</summary>
public sealed record WebFile(string Path, string ContentType, string ETag, bool IsHashed, string? BrotliPath, string? GzipPath);

/// <summary>The files of the built dashboard, listed once at start: a request can only name a file of this list, so no path can leave the folder.</summary>
public static class WebFiles
{
    private const string HashedFolder = "/assets/";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static FrozenDictionary<string, WebFile> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return FrozenDictionary<string, WebFile>.Empty;
        }

        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal);
        return paths
            .Where(path => !IsTwin(path, paths))
            .Select(path => (Route: "/" + Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .ToFrozenDictionary(file => file.Route, file => Describe(file.Route, file.Path, paths), StringComparer.Ordinal);
    }

    private static bool IsTwin(string path, HashSet<string> paths) =>
        Path.GetExtension(path) is ".br" or ".gz" && paths.Contains(Path.ChangeExtension(path, null));

    private static WebFile Describe(string route, string path, HashSet<string> paths)
    {
        var contentType = ContentTypes.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        if (contentType.StartsWith("text/", StringComparison.Ordinal))
        {
            contentType += "; charset=utf-8";
        }

        using var content = File.OpenRead(path);
        return new WebFile(
            path,
            contentType,
            Convert.ToHexStringLower(SHA256.HashData(content))[..32],
            route.StartsWith(HashedFolder, StringComparison.Ordinal),
            paths.Contains(path + ".br") ? path + ".br" : null,
            paths.Contains(path + ".gz") ? path + ".gz" : null);
    }
}
