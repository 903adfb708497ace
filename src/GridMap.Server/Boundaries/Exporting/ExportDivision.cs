using GridMap.Core;
using GridMap.Platform.Access;

namespace GridMap.Server.Boundaries.Exporting;

/// <summary>Gives the grids of an area as they are in force as a file, which can be imported again.</summary>
public sealed class ExportDivision(CurrentDivision current, CurrentAreas areas, WriteGeoPackage writeGeoPackage)
{
    public async Task<byte[]> WriteGeoJsonAsync(int area, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        var division = (await current.LoadAsync(cancellationToken)).Division;
        return GridFeatures.Write(division.GridIds.Where(grid => tree.PathOf(grid).Contains(area)).Order()
            .Select(grid => GridFeatures.Of(division.NumbersOf(grid), division.ShapeOf(grid), division, null)));
    }

    public async Task<Result<byte[]>> WriteGeoPackageAsync(int area, CancellationToken cancellationToken) =>
        await writeGeoPackage.RunAsync([("grids", await WriteGeoJsonAsync(area, cancellationToken))], cancellationToken);
}
