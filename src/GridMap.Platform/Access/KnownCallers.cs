using System.Collections.Concurrent;
using GridMap.Core.Access;

namespace GridMap.Platform.Access;

/// <summary>Who holds which key, remembered for a few seconds: a screen that asks ten things at once costs one look-up.</summary>
public sealed class KnownCallers(FindCaller find, AccessOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Credential, Known> _known = new();

    /// <summary>Null for a key that is not good, or no longer.</summary>
    public ValueTask<Caller?> FindAsync(Credential credential, CancellationToken cancellationToken)
    {
        if (credential.Kind is CredentialKind.None or CredentialKind.Malformed)
        {
            return ValueTask.FromResult<Caller?>(null);
        }

        return _known.TryGetValue(credential, out var known) && clock.GetElapsedTime(known.At) < options.TrustFor
            ? ValueTask.FromResult<Caller?>(known.Caller)
            : new ValueTask<Caller?>(LookUpAsync(credential, cancellationToken));
    }

    /// <summary>Whatever was remembered is asked for anew, because something about accounts has changed.</summary>
    public void Forget() => _known.Clear();

    private async Task<Caller?> LookUpAsync(Credential credential, CancellationToken cancellationToken)
    {
        // Noted before the look-up: what changes during it is trusted no longer than anything else.
        var at = clock.GetTimestamp();
        if (await find.RunAsync(credential, cancellationToken) is not { } caller)
        {
            _known.TryRemove(credential, out _);
            return null;
        }

        if (_known.Count >= options.KnownCallersAtMost)
        {
            _known.Clear();
        }

        // The same object for the same caller: who follows something need not compare what may be seen.
        caller = _known.TryGetValue(credential, out var known) && known.Caller == caller ? known.Caller : caller;
        _known[credential] = new Known(caller, at);
        return caller;
    }

    private sealed record Known(Caller Caller, long At);
}
