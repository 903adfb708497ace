namespace GridMap.Database.Cluster;

/// <summary>Who runs PostgreSQL, which refuses to run as root: the user who calls, or for root the `postgres` of the Debian package.</summary>
internal static class ClusterUser
{
    public const string Unprivileged = "postgres";

    public static bool IsRoot => Environment.IsPrivilegedProcess;

    public static IReadOnlyList<string> As(params string[] command) =>
        IsRoot ? ["setpriv", $"--reuid={Unprivileged}", $"--regid={Unprivileged}", "--init-groups", "--", .. command] : command;

    /// <summary>Makes a folder that only the cluster's user may enter; false when it cannot be given to that user.</summary>
    public static async Task<bool> MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        // Whoever plants a link here could have another folder given away.
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            return false;
        }

        string[] owner = IsRoot ? ["-o", Unprivileged, "-g", Unprivileged] : [];
        return !(await Shell.RunAsync(["install", "-d", "-m", "0700", .. owner, folder], cancellationToken)).Failed;
    }

    public static async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken) =>
        !(await Shell.RunAsync(As("test", "-x", folder), cancellationToken)).Failed;
}
