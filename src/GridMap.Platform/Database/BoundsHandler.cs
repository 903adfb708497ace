using System.Data;
using Dapper;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Platform.Database;

/// <summary>Lets a row carry the box around a shape as bounds.</summary>
internal sealed class BoundsHandler : SqlMapper.TypeHandler<Bounds>
{
    public override Bounds Parse(object value)
    {
        var box = ((Geometry)value).EnvelopeInternal;
        return new Bounds(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    public override void SetValue(IDbDataParameter parameter, Bounds value) =>
        parameter.Value = Lattice.Factory.ToGeometry(new Envelope(value.West, value.East, value.South, value.North));
}
