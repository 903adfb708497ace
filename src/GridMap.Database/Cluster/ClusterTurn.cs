namespace GridMap.Database.Cluster;

/// <summary>One process at a time starts or stops the cluster; a killed one gives its turn up with its file handle.</summary>
internal static class ClusterTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when the lock file belongs to another user.</summary>
    public static async Task<IDisposable?> TakeAsync(string lockFile, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(lockFile))
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
