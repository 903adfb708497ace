using GridMap.Core.Areas;
using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Land;

namespace GridMap.Districts.Division;

/// <summary>Proposes subdistricts, communities and grids at the household standard, along roads and walls.</summary>
public sealed class GridDivision(DividedLand land, IReadOnlyList<NamedSeed> seeds, DivisionRules rules)
{
    private readonly (double X, double Y)[] _centres = Centres(land);

    public List<SubdistrictAtoms> Run(CancellationToken cancellationToken)
    {
        var territories = GrowSubdistricts();
        var households = territories.ConvertAll(territory => territory.Atoms.Sum(atom => (long)land.Households[atom]));
        var perGrid = rules.Standard.HouseholdsPerGrid(households.Sum(), rules.GridCount);
        var total = Math.Max(territories.Count, (int)Math.Round(households.Sum() / perGrid));
        var counts = Apportionment.Apportion(households, total);
        var subdistricts = new List<SubdistrictAtoms>();
        for (var i = 0; i < territories.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            subdistricts.Add(new SubdistrictAtoms(territories[i].Name, Divide(territories[i].Atoms, counts[i], perGrid)));
        }

        return subdistricts;
    }

    private static (double X, double Y)[] Centres(DividedLand land)
    {
        var metric = new LocalMetric(land.Mosaic.Nodes[0]);
        return Array.ConvertAll(land.Shapes, shape =>
        {
            var centre = metric.ToMeters(shape.Centroid.Coordinate);
            return (centre.X, centre.Y);
        });
    }

    private List<(string Name, int[] Atoms)> GrowSubdistricts()
    {
        var all = Enumerable.Range(0, land.Shapes.Length).ToArray();
        if (seeds.Count == 0)
        {
            var parts = Math.Clamp(land.Households.Sum() / rules.SubdistrictHouseholds, 1, 40);
            return [.. new BalancedSplit(land.Adjacency, land.Households, _centres, rules.Seed).Split(all, parts)
                .Select((atoms, i) => ($"第{ChineseNumeral.From(i + 1)}街道", atoms))];
        }

        var metric = new LocalMetric(land.Mosaic.Nodes[0]);
        var seedAtoms = seeds.Select(seed => AtomNear(metric.ToMeters(seed.Centre.Coordinate))).ToArray();
        var fair = land.Households.Sum(households => (long)households) / seeds.Count / 4;
        var seedOf = TerritoryGrowth.GrowPopulous(
            land.Adjacency, _centres, seedAtoms, land.Households, Math.Min(fair, 2 * rules.Standard.CommunityLeast));
        return [.. seeds.Select((seed, i) => (seed.Name, Array.FindAll(all, atom => seedOf[atom] == i))).Where(territory => territory.Item2.Length > 0)];
    }

    private int AtomNear(NetTopologySuite.Geometries.Coordinate meters) =>
        Enumerable.Range(0, _centres.Length).MinBy(atom => double.Hypot(_centres[atom].X - meters.X, _centres[atom].Y - meters.Y));

    private List<CommunityAtoms> Divide(int[] atoms, int gridCount, double perGrid)
    {
        var split = new BalancedSplit(land.Adjacency, land.Households, _centres, rules.Seed);
        var most = Math.Clamp((int)(rules.Standard.CommunityMost / perGrid), 1, rules.Standard.GridsPerCommunityMost);
        var least = Math.Clamp((int)Math.Ceiling(rules.Standard.CommunityLeast / perGrid), 1, most);
        return [.. Communities(split, atoms, gridCount, least, most).Select(community => ToGrids(split, community.Atoms, community.Grids, perGrid))];
    }

    /// <summary>Halves until a part is a community: between the least and most grids a community can have.</summary>
    private static List<(int[] Atoms, int Grids)> Communities(BalancedSplit split, int[] atoms, int grids, int least, int most)
    {
        if (grids <= most || atoms.Length == 1)
        {
            return [(atoms, grids)];
        }

        // A number that does not part into communities of the standard (nine into four to seven, say) gets the nearest smaller ones.
        var fewest = Math.Min(least, grids / CommunitiesFor(grids, most));
        var (first, firstGrids, second) = split.Bisect(atoms, grids, count => CommunitiesFor(count, most) <= count / fewest);
        return [.. Communities(split, first, firstGrids, fewest, most), .. Communities(split, second, grids - firstGrids, fewest, most)];
    }

    private static int CommunitiesFor(int grids, int most) => (grids + most - 1) / most;

    private CommunityAtoms ToGrids(BalancedSplit split, int[] atoms, int grids, double perGrid)
    {
        var gridOfAtom = new int[land.Shapes.Length];
        Array.Fill(gridOfAtom, -1);
        var parts = split.Split(atoms, grids);
        for (var part = 0; part < parts.Count; part++)
        {
            Array.ForEach(parts[part], atom => gridOfAtom[atom] = part);
        }

        SmallParts.Dissolve(land.Adjacency, land.Households, atoms, gridOfAtom, (int)(rules.Standard.GridLeast * 0.7), rules.Standard.GridMost);
        new BorderRefinement(land.Adjacency, land.Households, perGrid, rules.Standard.GridLeast, rules.Standard.GridMost).Run(atoms, gridOfAtom);
        var opened = OpenLand.Part(land, atoms, gridOfAtom, parts.Count, rules.OpenGridSquareMetersLeast);
        return new CommunityAtoms([.. Enumerable.Range(0, opened)
            .Select(grid => Array.FindAll(atoms, atom => gridOfAtom[atom] == grid))
            .Where(grid => grid.Length > 0)
            .OrderBy(grid => Math.Round(-grid.Average(atom => _centres[atom].Y) / 300)).ThenBy(grid => grid.Average(atom => _centres[atom].X))]);
    }
}
