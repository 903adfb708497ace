using System.Net.NetworkInformation;

namespace GridMap.Benchmarks;

/// <summary>Where servers of a run listen on loopback.</summary>
public static class Ports
{
    public const int Server = 8790;

    public const int Nginx = 8791;

    public const int Peer = 8792;

    /// <summary>What stands behind the peer's own web server.</summary>
    public const int PeerWorker = 8793;

    /// <summary>Why nothing can be measured now; null when all of them are free. Whoever holds one would be measured instead.</summary>
    public static string? FindRefusal()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).Intersect([Server, Nginx, Peer, PeerWorker]).Order().ToArray();
        return taken.Length == 0
            ? null
            : $"端口已被占用 in use: {string.Join(", ", taken)}. End what listens there (ss -ltnp 'sport = :{taken[0]}' names it), then run scripts/bench again.";
    }
}
