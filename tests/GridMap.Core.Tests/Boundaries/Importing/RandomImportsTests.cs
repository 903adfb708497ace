using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Importing;
using GridMap.Core.Geography;
using GridMap.Core.Tests.Boundaries.Editing;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Boundaries.Importing;

/// <summary>Divisions that have nothing to do with the land's, with vertices moved at random, become mosaics whose areas are as told.</summary>
public sealed class RandomImportsTests
{
    private const int Size = 60_000;

    [Fact]
    public void Whatever_is_imported_a_mosaic_comes_of_it_with_areas_as_told()
    {
        for (var seed = 1; seed <= 24; seed++)
        {
            var division = new Division(TestDivision.Rows(
                Mosaic.FromLines(RandomLand.Lines(seed, Size)), point => 1 + (int)((point.X - RandomLand.At(0, 0).X) / (Size / 5.0))));
            var sources = Draw(seed);
            var invariants = new DivisionInvariants(division);
            var imported = DivisionImport.Run(division, sources, new ImportOptions(seed % 4, division.GridIds.ToHashSet()), null, default);
            Assert.Null(imported.Refusal);
            Assert.True(invariants.FindBreach(division) is not { } breach, $"seed {seed}: {invariants.FindBreach(division)}");
            ImportProof.AssertAsTold(division, imported.Value.Report, sources);
        }
    }

    /// <summary>Another mosaic over the same land, its faces in seven grids by chance, every tenth vertex some metres off.</summary>
    private static List<SourceArea> Draw(int seed)
    {
        var random = new Random(1_000 + seed);
        var mosaic = Mosaic.FromLines(RandomLand.Lines(1_000 + seed, Size));
        int[] areaOf = [.. Enumerable.Range(0, mosaic.AtomCount).Select(_ => random.Next(7))];
        return [.. AreaAssembly.Assemble(mosaic, areaOf, 7).Index().Where(pair => !pair.Item.IsEmpty).Select(pair => new SourceArea(
            pair.Index + 1, null, null, null, Lattice.Factory.CreateMultiPolygon([.. pair.Item.Geometries.Cast<Polygon>().Select(polygon => Shake(polygon, random))])))];
    }

    private static Polygon Shake(Polygon polygon, Random random)
    {
        var ring = polygon.ExteriorRing.Coordinates;
        for (var i = 1; i < ring.Length - 1; i++)
        {
            ring[i] = random.Next(10) > 0 ? ring[i] : Lattice.Snap(ring[i].X + (random.Next(1_200) - 600) * 1e-7, ring[i].Y + (random.Next(1_200) - 600) * 1e-7);
        }

        return Lattice.Factory.CreatePolygon(Lattice.Factory.CreateLinearRing(ring), [.. polygon.InteriorRings.Cast<LinearRing>()]);
    }
}
