using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>What a part of the town is for.</summary>
internal enum Zone
{
    River,
    OldTown,
    Core,
    OldEstates,
    NewEstates,
    Industry,
    Lakeside,
    Countryside,
    Hills,
}

/// <summary>Decides the zone of a superblock from where it lies.</summary>
internal sealed class Zoning(Sketch sketch)
{
    private readonly Noise _edge = new(sketch.Seed * 13 + 1, sketch.Size.CellMeters * 1.7);
    private readonly Ring _belt = sketch.Terrain.RiverBelt;
    private readonly Vec _core = sketch.Fabric.ToPlane(new Vec(sketch.Size.UrbanMeters * 0.22, sketch.Size.UrbanMeters * 0.1));
    private readonly Vec _old = sketch.Fabric.ToPlane(new Vec(-sketch.Size.UrbanMeters * 0.16, sketch.Size.UrbanMeters * 0.02));
    private readonly Vec _lake = sketch.Fabric.ToPlane(new Vec(-sketch.Size.UrbanMeters * 0.62, -sketch.Size.UrbanMeters * 0.5));

    public Vec Lake => _lake;

    public Zone Of(Ring land)
    {
        var place = Shapes.Within(land);
        if (_belt.Contains(place))
        {
            return Zone.River;
        }

        var urban = sketch.Size.UrbanMeters;
        var radius = place.Length / urban + 0.16 * _edge.At(place);
        if (radius > 1.12)
        {
            return sketch.Terrain.HillAt(place) > 0 ? Zone.Hills : Zone.Countryside;
        }

        return Town(land, place, urban, radius);
    }

    private Zone Town(Ring land, Vec place, double urban, double radius)
    {
        if (land.Contains(_lake))
        {
            return Zone.Lakeside;
        }

        if (place.DistanceTo(_old) < urban * 0.2)
        {
            return Zone.OldTown;
        }

        if (place.DistanceTo(_core) < urban * 0.2)
        {
            return Zone.Core;
        }

        var isBehindRailway = place.Y > sketch.Terrain.Rail[0].Y && Lines.DistanceToLine(place, sketch.Terrain.Rail) > 60 && IsNorthOfRail(place);
        return isBehindRailway && place.X < urban * 0.35
            ? Zone.Industry
            : radius < 0.62 && place.Y > -urban * 0.3 ? Zone.OldEstates : Zone.NewEstates;
    }

    private bool IsNorthOfRail(Vec place)
    {
        var nearest = sketch.Terrain.Rail.MinBy(p => Math.Abs(p.X - place.X));
        return place.Y > nearest.Y;
    }
}
