using System.Runtime.InteropServices;

namespace GridMap.Core.Response;

/// <summary>A tile of the XYZ scheme.</summary>
internal readonly record struct TileKey(int Zoom, int Column, int Row);

/// <summary>The columns of the cube, one row an incident, with the sums by cell and the rows by tile that are kept beside them. Not for several threads.</summary>
internal sealed class IncidentColumns
{
    /// <summary>Above this zoom a tile is counted from its incidents, as they are few.</summary>
    public const int DeepestSums = 15;

    public const int BucketZoom = DeepestSums + 1;

    public const int CellsAcross = 1 << IncidentCell.TileDepth;

    private readonly Dictionary<int, ushort> _classIndex = [];

    public Dictionary<Guid, int> Rows { get; } = [];

    public Dictionary<TileKey, List<int>> Buckets { get; } = [];

    public Dictionary<TileKey, int[]> Sums { get; } = [];

    public List<int> Classes { get; } = [];

    public List<int> Column { get; } = [];

    public List<int> Row { get; } = [];

    public List<int> Grid { get; } = [];

    public List<ushort> Class { get; } = [];

    public List<byte> Source { get; } = [];

    public List<byte> Hour { get; } = [];

    public List<bool> IsOnTime { get; } = [];

    public List<bool> Counts { get; } = [];

    public List<uint> ReportedAt { get; } = [];

    public List<uint> DueAt { get; } = [];

    public List<int>[] Reached { get; } = [.. Enum.GetValues<Milestone>().Select(_ => new List<int>())];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Rows.Clear();
        Buckets.Clear();
        Sums.Clear();
        Resize(0);
    }

    /// <summary>Takes in an incident, or what became of one.</summary>
    public void Put(in IncidentRecord incident)
    {
        if (Rows.TryGetValue(incident.Id, out var row))
        {
            Leave(row);
        }
        else
        {
            row = Rows.Count;
            Rows.Add(incident.Id, row);
            Resize(row + 1);
        }

        var cell = IncidentCell.Of(incident.Position);
        (Column[row], Row[row]) = (cell.Column, cell.Row);
        (Grid[row], Class[row], Source[row], Hour[row]) = (incident.Grid, ClassIndex(incident.Class), incident.Source, incident.HourOfWeek);
        (ReportedAt[row], DueAt[row], IsOnTime[row], Counts[row]) = (incident.ReportedAt, incident.DueAt, incident.IsOnTime, incident.Counts);
        var reached = incident.Reached;
        ReadOnlySpan<int> times = [reached.Registered, reached.Assigned, reached.Departed, reached.OnScene, reached.Feedback, reached.Closed];
        for (var milestone = 0; milestone < times.Length; milestone++)
        {
            Reached[milestone][row] = times[milestone];
        }

        Enter(row);
    }

    private void Enter(int row)
    {
        Bucket(row).Add(row);
        AddToSums(row, 1);
    }

    private void Leave(int row)
    {
        Bucket(row).Remove(row);
        AddToSums(row, -1);
    }

    private List<int> Bucket(int row)
    {
        ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(Buckets, KeyOf(row, BucketZoom), out _);
        return bucket ??= [];
    }

    private void AddToSums(int row, int number)
    {
        if (!Counts[row])
        {
            return;
        }

        for (var zoom = 0; zoom <= DeepestSums; zoom++)
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(Sums, KeyOf(row, zoom), out _);
            sums ??= new int[CellsAcross * CellsAcross];
            var shift = IncidentCell.Depth - IncidentCell.TileDepth - zoom;
            sums[(((Row[row] >> shift) & (CellsAcross - 1)) * CellsAcross) + ((Column[row] >> shift) & (CellsAcross - 1))] += number;
        }
    }

    private TileKey KeyOf(int row, int zoom) => new(zoom, Column[row] >> (IncidentCell.Depth - zoom), Row[row] >> (IncidentCell.Depth - zoom));

    private ushort ClassIndex(int code)
    {
        if (!_classIndex.TryGetValue(code, out var index))
        {
            index = checked((ushort)Classes.Count);
            _classIndex.Add(code, index);
            Classes.Add(code);
        }

        return index;
    }

    private void Resize(int count)
    {
        CollectionsMarshal.SetCount(Column, count);
        CollectionsMarshal.SetCount(Row, count);
        CollectionsMarshal.SetCount(Grid, count);
        CollectionsMarshal.SetCount(Class, count);
        CollectionsMarshal.SetCount(Source, count);
        CollectionsMarshal.SetCount(Hour, count);
        CollectionsMarshal.SetCount(IsOnTime, count);
        CollectionsMarshal.SetCount(Counts, count);
        CollectionsMarshal.SetCount(ReportedAt, count);
        CollectionsMarshal.SetCount(DueAt, count);
        foreach (var times in Reached)
        {
            CollectionsMarshal.SetCount(times, count);
        }
    }
}
