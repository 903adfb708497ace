using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Work;

/// <summary>The station where the main axis meets the railway: sidings, the hall, the square before it.</summary>
internal sealed class RailwayStation(Sketch sketch, Frontage frontage)
{
    private const double FromTrackMeters = 26;
    private const double HallDepthMeters = 30;

    /// <summary>The block in front of the platforms; null where the railway has none beside it.</summary>
    public Block? FindBlock(IReadOnlyList<Block> blocks)
    {
        var (place, toTown) = Site();
        return blocks.FirstOrDefault(block => block.Zone is not (Zone.River or Zone.Hills or Zone.Countryside) && block.Ring.Contains(place + toTown * 90));
    }

    public void Draw(Block block)
    {
        var (place, toTown) = Site();
        DrawSidings();
        if (frontage.Land(block.Ring, 4_000) is not [var land, ..])
        {
            return;
        }

        Frame frame = new(place, toTown.Left * -1);
        if (DrawHall(frame, land) is { } hall)
        {
            var square = frame.Out(Ring.Rectangle(hall.Low.X - 12, hall.High.Y + 4, hall.High.X + 12, hall.High.Y + 110));
            sketch.Greens.Add(new("square", "站前广场", Shapes.ToPolygon(land).Intersection(Shapes.ToPolygon(square))));
        }
    }

    private (Vec Place, Vec ToTown) Site()
    {
        var axis = sketch.Fabric.ToPlane(new Vec(sketch.Size.CellMeters * 0.5, sketch.Size.UrbanMeters * 0.62));
        var rail = sketch.Terrain.Rail;
        var at = Enumerable.Range(1, rail.Count - 2).MinBy(i => rail[i].DistanceTo(axis));
        var normal = (rail[at + 1] - rail[at - 1]).Unit.Left;
        return (rail[at], (rail[at] + normal).Length < rail[at].Length ? normal : normal * -1);
    }

    // In a frame whose second axis points from the track to the town; ever shorter until it stands on the block.
    private Ring? DrawHall(Frame frame, Ring land)
    {
        for (var half = 75.0; half > 20; half -= 10)
        {
            foreach (var shift in (double[])[0, 40, -40, 90, -90, 140, -140])
            {
                var hall = Ring.Rectangle(shift - half, FromTrackMeters, shift + half, FromTrackMeters + HallDepthMeters);
                var footprint = frame.Out(hall);
                if (footprint.Points.All(land.Contains))
                {
                    var door = frame.Out(new Vec(shift, FromTrackMeters + HallDepthMeters));
                    sketch.Houses.Add(new(footprint, door, null, "云溪站", "public", 3, 0));
                    DrawApproach(door, frame.Axis.Left);
                    return hall;
                }
            }
        }

        return null;
    }

    private void DrawApproach(Vec door, Vec toTown)
    {
        var from = door + toTown * 4;
        if (frontage.Ahead(from, toTown, 400) is { Street.Class: not "rail" } street)
        {
            sketch.Streets.Add(new("pedestrian", null, null, [from, street.Place]));
        }
    }

    private void DrawSidings()
    {
        var rail = sketch.Terrain.Rail;
        var (place, _) = Site();
        var middle = Enumerable.Range(0, rail.Count).MinBy(i => rail[i].DistanceTo(place));
        foreach (var offset in (double[])[-15, -10, -5, 5, 10, 15])
        {
            var reach = 15 - (int)(Math.Abs(offset) / 3);
            List<Vec> track = [.. rail.Skip(Math.Max(0, middle - reach)).Take(2 * reach + 1)];
            var siding = Lines.Offset(track, i => offset * Math.Clamp(Math.Min(i, track.Count - 1 - i) / 3.0, 0, 1));
            sketch.Streets.Add(new("rail", null, null, siding));
        }
    }
}
