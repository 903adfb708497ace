using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Response;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Server.Response;

/// <summary>Where queries begin for how long answers took.</summary>
[QueryType]
public static class ResponseQueries
{
    private const double NarrowestMeters = 100;
    private const double WidestMeters = 2000;

    private static readonly Refusal BandwidthOutOfRange = new(
        "BANDWIDTH_OUT_OF_RANGE", $"Send a bandwidth from {NarrowestMeters:0} to {WidestMeters:0} m.", $"带宽须在 {NarrowestMeters:0} 至 {WidestMeters:0} 米之间。");

    private const double NarrowestHexagon = 150;
    private const double WidestHexagon = 5000;

    private static readonly Refusal HexagonOutOfRange = new(
        "HEXAGON_OUT_OF_RANGE", $"Send a width from {NarrowestHexagon:0} to {WidestHexagon:0} m.", $"六边形宽度须在 {NarrowestHexagon:0} 至 {WidestHexagon:0} 米之间。");

    private static readonly Refusal PlaceMissing = new("PLACE_MISSING", "Generate or import a place first.", "尚无辖区：请先生成或导入辖区。");

    public static async Task<ResponseReport> ResponseReportAsync(
        ResponseFilter filter, Segment segment, ResponseGrouping by, Caller caller, CurrentAreas areas, KeepIncidentCube incidents, CancellationToken cancellationToken)
    {
        var selection = await SelectAsync(filter, caller, areas, cancellationToken);
        var cube = await incidents.FindAsync(cancellationToken);
        var parents = await FindParentsAsync(by, areas, cancellationToken);
        return cube.AtOnce(held => ComposeReport.Run(held, selection, segment, by, parents, incidents.AsOf));
    }

    public static async Task<HotSpotReport> ResponseHotSpotsAsync(
        ResponseFilter filter, ResponseLevel level, Caller caller, CurrentAreas areas, KeepIncidentCube incidents, FindHotSpots find, CancellationToken cancellationToken)
    {
        var selection = await SelectAsync(filter, caller, areas, cancellationToken);
        var cube = await incidents.FindAsync(cancellationToken);
        var parents = await FindParentsAsync(level == ResponseLevel.Grid ? ResponseGrouping.Grid : ResponseGrouping.Community, areas, cancellationToken);
        var (asOf, counts) = cube.AtOnce(held => (incidents.AsOf, held.Counts(selection, IncidentGrouping.Grid, parents)));
        return new HotSpotReport(asOf, counts.Values.Sum(), await find.RunAsync(counts, selection.Grids, level, parents, cancellationToken));
    }

    public static async Task<ResponseDensity> ResponseDensityAsync(
        ResponseFilter filter, double bandwidthMeters, Caller caller, CurrentAreas areas, KeepIncidentCube incidents, FindGround findGround, CancellationToken cancellationToken)
    {
        if (bandwidthMeters is not (>= NarrowestMeters and <= WidestMeters))
        {
            throw BandwidthOutOfRange.AsError();
        }

        var selection = await SelectAsync(filter, caller, areas, cancellationToken);
        var cube = await incidents.FindAsync(cancellationToken);
        var ground = await findGround.RunAsync(cancellationToken) ?? throw PlaceMissing.AsError();
        var lattice = ground.Lattice;
        var (asOf, counts) = cube.AtOnce(held => (incidents.AsOf, held.CountCells(lattice, selection)));
        // Below a cell the kernel would be one cell, and say nothing more than the count.
        var bandwidth = Math.Max(bandwidthMeters, lattice.CellMeters * 2);
        var density = KernelDensity.Estimate(counts, lattice.Columns, lattice.CellMeters, bandwidth, ground.IsGround);
        double[] values = [.. density.PerSquareKilometre.Select(value => Math.Round(value, 2))];
        var bounds = lattice.Bounds;
        return new ResponseDensity(
            asOf, counts.Sum(), bounds.West, bounds.South, bounds.East, bounds.North, lattice.Columns, lattice.Rows, lattice.CellMeters, bandwidth, values.Max(), values);
    }

    public static async Task<ResponseSurface> ResponseSurfaceAsync(
        ResponseFilter filter, Segment segment, double widthMeters, Caller caller, CurrentAreas areas, KeepIncidentCube incidents, FindGround findGround, CancellationToken cancellationToken)
    {
        if (widthMeters is not (>= NarrowestHexagon and <= WidestHexagon))
        {
            throw HexagonOutOfRange.AsError();
        }

        var selection = await SelectAsync(filter, caller, areas, cancellationToken);
        var cube = await incidents.FindAsync(cancellationToken);
        var ground = await findGround.RunAsync(cancellationToken) ?? throw PlaceMissing.AsError();
        var lattice = HexLattice.Over(ground.Extent, widthMeters);
        var (asOf, times) = cube.AtOnce(held => (incidents.AsOf, held.Times(selection, segment, lattice)));
        return new ResponseSurface(asOf, widthMeters, lattice.WidthDegrees, [.. times.Select(line =>
        {
            var middle = lattice.MiddleOf(line.Group);
            return new ResponseHexagon(middle.Longitude, middle.Latitude, line.Incidents, line.Count, line.Percentiles?.P50, line.Percentiles?.P90);
        })]);
    }

    private static async ValueTask<IncidentSelection> SelectAsync(ResponseFilter filter, Caller caller, CurrentAreas areas, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        return (await filter.SelectAsync(caller, areas, cancellationToken)).OrError();
    }

    /// <summary>Of each grid the area it counts in; null where that is the grid itself, or none is asked for.</summary>
    private static async ValueTask<IReadOnlyDictionary<int, int>?> FindParentsAsync(ResponseGrouping by, CurrentAreas areas, CancellationToken cancellationToken)
    {
        var up = by switch { ResponseGrouping.Community => 1, ResponseGrouping.Subdistrict => 2, _ => 0 };
        return up == 0 ? null : (await areas.LoadAsync(cancellationToken)).AncestorsOfGrids(up);
    }
}
