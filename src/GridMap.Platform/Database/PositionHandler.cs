using System.Data;
using Dapper;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Platform.Database;

/// <summary>Lets a row carry a point as a position.</summary>
internal sealed class PositionHandler : SqlMapper.TypeHandler<Position>
{
    public override Position Parse(object value)
    {
        var point = (Point)value;
        return new Position(point.X, point.Y);
    }

    public override void SetValue(IDbDataParameter parameter, Position value) =>
        parameter.Value = Lattice.Factory.CreatePoint(new Coordinate(value.Longitude, value.Latitude));
}
