namespace GridMap.Platform.Live;

/// <summary>The latest position of one thing, as the wire has it, and when it came.</summary>
internal readonly record struct BoardEntry
{
    public BoardEntry(CellPoint point, in MovingPosition position)
    {
        Point = point;
        At = position.At;
        GridId = position.GridId;
        Bearing = (byte)(Math.Round(position.BearingDegrees * 256 / 360) % 256);
        Speed = (byte)Math.Min(Math.Round(position.SpeedMps * 4), byte.MaxValue);
    }

    public long Tick { get; init; }

    public CellPoint Point { get; }

    public DateTimeOffset At { get; }

    public int? GridId { get; }

    public byte Bearing { get; }

    public byte Speed { get; }

    /// <summary>The cell it was in before this one, and the tick in which it left it; 0 when it never did.</summary>
    public PositionCell Left { get; init; }

    public long LeftIn { get; init; }

    public PackedPosition Pack(uint id) => new(id, Point, At, Bearing, Speed);
}
