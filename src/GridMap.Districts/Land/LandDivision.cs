using GridMap.Core.Boundaries;
using GridMap.Core.Geography;

namespace GridMap.Districts.Land;

/// <summary>
/// Divides a draft's land into atoms: blocks between roads, banks and walls; the verges shared out; populous blocks cut between rows of
/// buildings; slivers joined to a neighbour. What comes out is proved before it is handed on.
/// </summary>
public sealed class LandDivision(DistrictDraft draft, LandRules rules)
{
    private readonly LatticePoint[] _points = [.. draft.Buildings.Select(building => BuildingPlacement.RepresentativePoint(building.Footprint))];

    public DividedLand Run(CancellationToken cancellationToken)
    {
        var mosaic = Mosaic.FromLines(LandLines.Of(draft));
        cancellationToken.ThrowIfCancellationRequested();
        mosaic = ShareOutStrips(mosaic);
        cancellationToken.ThrowIfCancellationRequested();
        mosaic = CutBlocks(mosaic);
        cancellationToken.ThrowIfCancellationRequested();
        mosaic = JoinSlivers(mosaic);
        Prove(mosaic);
        var atoms = AtomMeasures.Of(mosaic, draft.Buildings, _points);
        return new DividedLand(
            mosaic, Adjacency.Of(mosaic), atoms.Shapes, atoms.SquareMeters, AtomKinds.Of(draft, atoms), atoms.Households, _points, atoms.AtomOfBuilding);
    }

    private static void Prove(Mosaic mosaic)
    {
        if (MosaicInvariants.FindBreach(mosaic) is { } breach)
        {
            throw new InvalidOperationException($"The land could not be divided: {breach}");
        }
    }

    private static IEnumerable<int> SmallestFirst(AtomMeasures atoms, Func<int, bool> test) =>
        Enumerable.Range(0, atoms.Count).Where(test).OrderBy(atom => atoms.SquareMeters[atom]).ThenBy(atom => atom);

    private Mosaic ShareOutStrips(Mosaic mosaic)
    {
        var atoms = AtomMeasures.Of(mosaic, draft.Buildings, _points);
        var cuts = new StripCuts(mosaic, atoms.Shapes, rules).Cut(Enumerable.Range(0, atoms.Count).Where(atom => IsStrip(atoms, atom)));
        var cut = Mosaic.FromLines([.. mosaic.ToLines(), .. cuts]);
        var pieces = AtomMeasures.Of(cut, draft.Buildings, _points);
        var adjacency = Adjacency.Of(cut);
        return AtomMerge.Join(cut, adjacency, SmallestFirst(pieces, atom => IsStrip(pieces, atom)), (atom, i) =>
            IsStrip(pieces, adjacency.Neighbor[i]) || adjacency.CutCost[i] < adjacency.SharedMeters[i] * Divider.Wall.Cohesion()
                ? 0
                : adjacency.SharedMeters[i]);
    }

    private bool IsStrip(AtomMeasures atoms, int atom) =>
        atoms.Households[atom] == 0 && atoms.ThicknessMeters[atom] < rules.StripThicknessMetersMost;

    private Mosaic CutBlocks(Mosaic mosaic)
    {
        var atoms = AtomMeasures.Of(mosaic, draft.Buildings, _points);
        var (offset, buildings) = Buckets.Group(atoms.AtomOfBuilding, atoms.Count);
        var cutter = new BlockCuts(rules);
        var kinds = AtomKinds.Of(draft, atoms);
        var cuts = Enumerable.Range(0, atoms.Count)
            .Where(atom => atoms.Households[atom] > 0 || (kinds[atom] is not ("water" or "open_land") && atoms.SquareMeters[atom] < rules.CountrySquareMetersLeast))
            .SelectMany(atom => cutter.Cut(atoms.Shapes[atom], [.. buildings[offset[atom]..offset[atom + 1]].Select(Describe)]));
        return Mosaic.FromLines([.. mosaic.ToLines(), .. cuts]);
    }

    private (NetTopologySuite.Geometries.Polygon Footprint, LatticePoint Point, int Households) Describe(int building) =>
        (draft.Buildings[building].Footprint, _points[building], draft.Buildings[building].Households);

    private Mosaic JoinSlivers(Mosaic mosaic)
    {
        for (var round = 0; round < 5; round++)
        {
            var atoms = AtomMeasures.Of(mosaic, draft.Buildings, _points);
            var adjacency = Adjacency.Of(mosaic);
            var joined = AtomMerge.Join(
                mosaic, adjacency, SmallestFirst(atoms, atom => IsSliver(atoms, atom)), (_, i) => adjacency.SharedMeters[i]);
            if (ReferenceEquals(joined, mosaic))
            {
                break;
            }

            mosaic = joined;
        }

        return mosaic;
    }

    private bool IsSliver(AtomMeasures atoms, int atom) =>
        atoms.SquareMeters[atom] < rules.AtomSquareMetersLeast
        || (atoms.Households[atom] == 0
            && (atoms.SquareMeters[atom] < rules.EmptyAtomSquareMetersLeast
                || atoms.ThicknessMeters[atom] < rules.EmptyAtomThicknessMetersLeast));
}
