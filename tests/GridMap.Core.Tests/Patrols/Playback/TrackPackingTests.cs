using System.Buffers.Binary;
using GridMap.Core.Geography;
using GridMap.Core.Patrols.Playback;

namespace GridMap.Core.Tests.Patrols.Playback;

public sealed class TrackPackingTests
{
    private static readonly TrackSlice Slice = new(TrackSlice.Milliseconds * 3_000_000);

    [Fact]
    public void What_is_packed_is_told_again_to_the_step_and_the_tenth_of_a_second_before()
    {
        var packing = new TrackPacking(Slice);
        packing.Add(7, [Fix(-599.95, 293_205_100, 130_051_200), Fix(0, 293_205_400, 130_051_000), Fix(700, 0, 360_000)]);
        packing.Add(8, []);
        packing.Add(300, [Fix(12.34, 360_000_000, 180_000_000)]);
        Assert.Equal(2, packing.Patrols);
        Assert.Equal(
            [(7, -600.0, 293_205_100, 130_051_200), (7, 0.0, 293_205_400, 130_051_000), (7, 700.0, 0, 360_000), (300, 12.3, 360_000_000, 180_000_000)],
            Unpack(packing.Bytes.Span));
    }

    [Fact]
    public void A_fix_of_a_walk_takes_six_bytes_and_less()
    {
        var random = new Random(5);
        var (x, y) = (293_000_000, 130_000_000);
        var walk = Enumerable.Range(0, 60).Select(index => Fix(index * 10, x += random.Next(-300, 300), y += random.Next(-300, 300))).ToList();
        var packing = new TrackPacking(Slice);
        packing.Add(1, walk);
        Assert.InRange((packing.Bytes.Length - 9 - 2 - 15) / (double)walk.Count, 1, 6);
    }

    [Fact]
    public void A_slice_of_nobody_is_only_its_head() => Assert.Equal(9, new TrackPacking(Slice).Bytes.Length);

    private static TrackFix Fix(double second, int x, int y) => new(Slice.Start + (long)(second * 1000), new GlobeSteps(x, y));

    private static List<(int Id, double Second, int X, int Y)> Unpack(ReadOnlySpan<byte> bytes)
    {
        Assert.Equal(1, bytes[0]);
        Assert.Equal(Slice.Start, BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]));
        var (fixes, at, id) = (new List<(int, double, int, int)>(), 9, 0u);
        while (at < bytes.Length)
        {
            id += Read(bytes, ref at);
            var (tenths, x, y) = (-6000L, 0, 0);
            for (var left = Read(bytes, ref at); left > 0; left--)
            {
                tenths += Read(bytes, ref at);
                (x, y) = (x + Signed(Read(bytes, ref at)), y + Signed(Read(bytes, ref at)));
                fixes.Add(((int)id, tenths / 10.0, x, y));
            }
        }

        return fixes;
    }

    private static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (number, shift) = (0u, 0);
        while (bytes[at] >= 0x80)
        {
            number |= (uint)(bytes[at++] & 0x7f) << shift;
            shift += 7;
        }

        return number | (uint)bytes[at++] << shift;
    }

    private static int Signed(uint number) => (int)(number >> 1) ^ -(int)(number & 1);
}
