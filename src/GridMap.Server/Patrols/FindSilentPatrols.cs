namespace GridMap.Server.Patrols;

/// <summary>Finds who is on duty now by whether anything was heard of them lately; from memory.</summary>
public sealed class FindSilentPatrols(KeepRoster roster, LatestFixes latest, PatrolOptions options, TimeProvider clock)
{
    /// <param name="silent">Those of whom nothing was heard for so long that they have left the map, or the others.</param>
    public async ValueTask<IReadOnlySet<int>> RunAsync(bool silent, CancellationToken cancellationToken)
    {
        await roster.FirstRead.WaitAsync(cancellationToken);
        var (current, now, found) = (roster.Current!, clock.GetUtcNow(), new HashSet<int>());
        foreach (var (id, entry) in current.ByPatrol)
        {
            if (current.IsOnDuty(entry, now) && await IsSilentAsync(id, now, cancellationToken) == silent)
            {
                found.Add(id);
            }
        }

        return found;
    }

    private async ValueTask<bool> IsSilentAsync(int patrolId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await latest.FindAsync(patrolId, cancellationToken) is not { } fix || now - fix.At >= options.SilentAfter;
}
