using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>
/// The town's fabric: carries a right-angled plan into the plane. Near the centre it stays nearly square, as old walled towns are;
/// outward squares turn into rounded rings, and a slow warp turns the patches against each other.
/// </summary>
internal sealed class Fabric(long seed, DemoSize size)
{
    private const double Rounding = 0.5;

    private readonly Noise _east = new(seed * 3 + 1, size.CellMeters * 4.5);
    private readonly Noise _north = new(seed * 3 + 2, size.CellMeters * 4.5);
    private readonly Vec _axis = Vec.OfAngle(0.09);

    public DemoSize Size => size;

    public Vec ToPlane(Vec plan)
    {
        var rounded = Rounded(plan);
        var amplitude = size.CellMeters * 0.62;
        var warped = rounded + new Vec(_east.At(rounded), _north.At(rounded)) * amplitude;
        return _axis * warped.X + _axis.Left * warped.Y;
    }

    public List<Vec> ToPlane(Vec from, Vec to, double stepMeters)
    {
        var steps = Math.Max(1, (int)(from.DistanceTo(to) / stepMeters));
        List<Vec> line = [];
        for (var i = 0; i <= steps; i++)
        {
            line.Add(ToPlane(from.Toward(to, (double)i / steps)));
        }

        return line;
    }

    private Vec Rounded(Vec plan)
    {
        double square = Math.Max(Math.Abs(plan.X), Math.Abs(plan.Y)), round = plan.Length;
        if (round < 1)
        {
            return plan;
        }

        var t = Math.Clamp((square / size.UrbanMeters - 0.25) / 0.9, 0, 1);
        return plan * (1 - Rounding * t * t * (3 - 2 * t) * (1 - square / round));
    }
}
