using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>What stands out among the courtyard roofs: temples and towers on their own ground.</summary>
internal sealed class Landmarks(Sketch sketch)
{
    private static readonly string[] Names = ["鼓楼", "文庙", "城隍庙", "华严寺", "关帝庙", "钟楼", "善化寺", "书院"];
    private int _next;

    /// <summary>Takes a small block of lanes for a landmark; false when all are built.</summary>
    public bool TryBuild(Ring land, Chance chance)
    {
        if (_next >= Names.Length || land.Area is < 1_600 or > 6_000 || !chance.Happens(0.05))
        {
            return false;
        }

        var frame = Frame.Facing(land);
        var local = frame.In(land);
        var middle = (local.Low + local.High) * 0.5;
        var half = (local.High - local.Low) * 0.2;
        var hall = frame.Out(Ring.Rectangle(middle.X - half.X, middle.Y - half.Y, middle.X + half.X, middle.Y + half.Y));
        if (!hall.Points.All(land.Contains))
        {
            return false;
        }

        sketch.Houses.Add(new(hall, Courtyards.North(hall), null, Names[_next], "public", 2, 0));
        sketch.Greens.Add(new("square", Names[_next++] + "广场", Shapes.ToPolygon(land)));
        return true;
    }
}
