using System.Buffers.Binary;

namespace GridMap.Server.Tests.Patrols.Playback;

/// <summary>A fix as a packed slice tells it.</summary>
internal sealed record PlayedFix(int Patrol, DateTimeOffset At, double Longitude, double Latitude);

/// <summary>Unpacks a slice as docs/interfaces.md describes it.</summary>
internal static class Tracks
{
    public static IReadOnlyList<PlayedFix> Unpack(byte[] bytes)
    {
        Assert.Equal(1, bytes[0]);
        var earliest = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(1)) - 600_000;
        var (fixes, at, id) = (new List<PlayedFix>(), 9, 0);
        while (at < bytes.Length)
        {
            id += (int)Read(bytes, ref at);
            var (time, x, y) = (earliest, 0, 0);
            for (var left = Read(bytes, ref at); left > 0; left--)
            {
                time += Read(bytes, ref at) * 100L;
                (x, y) = (x + Signed(Read(bytes, ref at)), y + Signed(Read(bytes, ref at)));
                fixes.Add(new PlayedFix(id, DateTimeOffset.FromUnixTimeMilliseconds(time), x / 1e6 - 180, y / 1e6 - 90));
            }
        }

        return fixes;
    }

    private static uint Read(byte[] bytes, ref int at)
    {
        var (number, shift) = (0u, 0);
        for (; bytes[at] >= 0x80; shift += 7)
        {
            number |= (uint)(bytes[at++] & 0x7f) << shift;
        }

        return number | (uint)bytes[at++] << shift;
    }

    private static int Signed(uint number) => (int)(number >> 1) ^ -(int)(number & 1);
}
