using System.Globalization;
using GridMap.Core;

namespace GridMap.Database.Cluster;

/// <summary>The files of a private cluster, made once.</summary>
internal static class ClusterFiles
{
    /// <summary>The PostgreSQL version the cluster was made with; null when there is none yet. Read as the cluster's user: the folder is closed to others.</summary>
    public static async Task<int?> FindVersionAsync(ClusterLocation location, CancellationToken cancellationToken)
    {
        var version = await Shell.RunAsync(ClusterUser.As("cat", location.VersionFile), cancellationToken);
        return !version.Failed && int.TryParse(version.Output, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    /// <summary>Made beside its place and then renamed, so a first start that breaks leaves nothing half-made.</summary>
    public static async Task<Refusal?> FindMakeRefusalAsync(ClusterLocation location, PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (await FindVersionAsync(location, cancellationToken) is not null)
        {
            return null;
        }

        if (Directory.Exists(location.DataFolder))
        {
            return ClusterRefusals.FolderForeign(location.DataFolder);
        }

        var draft = location.DataFolder + ".new";
        await Shell.RunAsync(["rm", "-rf", draft], cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        if (!await ClusterUser.MakeFolderAsync(draft, cancellationToken))
        {
            return ClusterRefusals.FolderForeign(draft);
        }

        string[] options = ["-U", ClusterUser.Unprivileged, "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"];
        var made = await Shell.RunAsync(ClusterUser.As([binaries.Initdb, "-D", draft, .. options]), cancellationToken);
        if (made.Failed)
        {
            return ClusterRefusals.Translate(made.Output, location.DataFolder);
        }

        Directory.Move(draft, location.DataFolder);
        return null;
    }
}
