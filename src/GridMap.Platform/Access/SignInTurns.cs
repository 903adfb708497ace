namespace GridMap.Platform.Access;

/// <summary>Sign-ins for one login one after the other, so that a hundred guesses at once count as a hundred.</summary>
public sealed class SignInTurns(AccessOptions options) : IDisposable
{
    private const int Lanes = 64;

    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Null when the turn does not come in time.</summary>
    public async Task<IDisposable?> FindAsync(string login, CancellationToken cancellationToken)
    {
        var lane = _lanes[(uint)login.GetHashCode(StringComparison.Ordinal) % Lanes];
        return await lane.WaitAsync(options.LongestTurn, cancellationToken) ? new Turn(lane) : null;
    }

    public void Dispose()
    {
        foreach (var lane in _lanes)
        {
            lane.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
