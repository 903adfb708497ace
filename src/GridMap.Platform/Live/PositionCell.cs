using GridMap.Core.Geography;

namespace GridMap.Platform.Live;

/// <summary>
/// Where something is, as the wire has it: a cell of 65 536 steps of 1e-6° each way (about 7 km), counted from 180° W and 90° S,
/// and the steps inside it.
/// </summary>
public readonly record struct CellPoint(PositionCell Cell, ushort X, ushort Y)
{
    private const int BitsInside = 16;

    /// <summary>What lies beyond the globe is cut off.</summary>
    public static CellPoint Of(double longitude, double latitude)
    {
        var (x, y) = GlobeSteps.Of(longitude, latitude);
        return new CellPoint(new PositionCell((ushort)(x >> BitsInside), (ushort)(y >> BitsInside)), (ushort)x, (ushort)y);
    }
}

/// <summary>A cell of the globe: what is encoded once and shared.</summary>
public readonly record struct PositionCell(ushort Column, ushort Row);
