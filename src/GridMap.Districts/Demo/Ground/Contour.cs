using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace GridMap.Districts.Demo.Ground;

/// <summary>The land where a field is above zero, by marching squares with linear interpolation.</summary>
internal static class Contour
{
    public static Geometry Above(Func<Vec, double> field, Ring within, double cellMeters)
    {
        List<Geometry> cells = [];
        for (var y = within.Low.Y; y < within.High.Y; y += cellMeters)
        {
            var runStart = double.NaN;
            for (var x = within.Low.X; x < within.High.X + cellMeters; x += cellMeters)
            {
                Vec[] corners = [new(x, y), new(x + cellMeters, y), new(x + cellMeters, y + cellMeters), new(x, y + cellMeters)];
                var heights = Array.ConvertAll(corners, p => field(p));
                var isFull = heights.All(h => h > 0) && x < within.High.X;
                if (isFull && double.IsNaN(runStart))
                {
                    runStart = x;
                }
                else if (!isFull && !double.IsNaN(runStart))
                {
                    cells.Add(Shapes.ToPolygon(Ring.Rectangle(runStart, y, x, y + cellMeters)));
                    runStart = double.NaN;
                }

                if (!isFull && heights.Any(h => h > 0))
                {
                    cells.Add(Part(corners, heights));
                }
            }
        }

        return cells.Count == 0 ? Shapes.Factory.CreatePolygon() : UnaryUnionOp.Union(cells);
    }

    private static Polygon Part(Vec[] corners, double[] heights)
    {
        List<Vec> points = [];
        for (var i = 0; i < 4; i++)
        {
            var next = (i + 1) % 4;
            if (heights[i] > 0)
            {
                points.Add(corners[i]);
            }

            if (heights[i] > 0 != heights[next] > 0)
            {
                points.Add(corners[i].Toward(corners[next], heights[i] / (heights[i] - heights[next])));
            }
        }

        return Shapes.ToPolygon(new(points));
    }
}
