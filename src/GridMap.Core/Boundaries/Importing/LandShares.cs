using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// Which claim gets each face of the land, and the gaps, overlaps, slivers and outer parts on the way.
/// Overlap: to the claim that would lose more than half of itself by it; else to the one that is today's grid there; else to the smaller.
/// Gap: to the neighbour with the longest border. A detached piece that is a sliver: likewise.
/// </summary>
internal sealed class LandShares
{
    public const double LeastSquareMeters = 1;

    /// <summary>A square decimetre: less is what rounding to the lattice leaves.</summary>
    private const double DustSquareMeters = 0.01;

    private readonly Overlay _overlay;
    private readonly GridClaims _claims;
    private readonly double _tolerance;
    private readonly Func<int, int> _gridOf;
    private readonly IReadOnlyList<SourceArea> _sources;
    private readonly List<ImportDefect> _defects = [];

    public LandShares(Overlay overlay, GridClaims claims, IReadOnlyList<SourceArea> sources, double tolerance, Func<int, int> gridOf)
    {
        (_overlay, _claims, _sources, _tolerance, _gridOf) = (overlay, claims, sources, tolerance, gridOf);
        ClaimOf = new int[overlay.FaceCount];
        for (var face = 0; face < ClaimOf.Length; face++)
        {
            ClaimOf[face] = overlay.Atoms[face] != Overlay.NoAtom && claims.On(face) is [var only] ? only : -1;
        }

        SettleOverlaps();
        SettleGaps();
        SettleSlivers();
        TellOutside();
    }

    /// <summary>The claim that gets each face; -1 for what lies outside, or where nobody is.</summary>
    public int[] ClaimOf { get; }

    public IReadOnlyList<ImportDefect> Defects => _defects;

    private void SettleOverlaps()
    {
        // Two records of one code may overlap as well: nothing is to be settled, but it is told.
        var groups = FaceGroups.Of(
            _overlay,
            face => _overlay.Atoms[face] != Overlay.NoAtom && _overlay.Sources[face].Length > 1,
            (a, b) => _overlay.Sources[a].AsSpan().SequenceEqual(_overlay.Sources[b]));
        var takers = new Dictionary<int, double>[groups.Count];
        for (var face = 0; face < _overlay.FaceCount; face++)
        {
            if (groups.GroupOf[face] is not (var group and >= 0))
            {
                continue;
            }

            var contenders = _claims.On(face);
            if (contenders.Length > 1)
            {
                ClaimOf[face] = Decide(contenders, groups.SquareMeters[group], _gridOf(_overlay.Atoms[face]));
            }

            takers[group] ??= [];
            takers[group][ClaimOf[face]] = takers[group].GetValueOrDefault(ClaimOf[face]) + _overlay.SquareMeters[face];
        }

        Tell(ImportDefectKind.Overlap, groups, group => _overlay.Sources[groups.First[group]], group => FaceGroups.LongestOf(takers[group]));
    }

    private int Decide(int[] contenders, double squareMeters, int gridToday)
    {
        var smallest = contenders.OrderBy(claim => _claims.All[claim].SquareMeters).ThenBy(claim => claim).First();
        return squareMeters > _claims.All[smallest].SquareMeters / 2
            ? smallest
            : contenders.Where(claim => _claims.All[claim].Grid == gridToday).DefaultIfEmpty(smallest).First();
    }

    private void SettleGaps()
    {
        var left = FaceGroups.Of(_overlay, face => _overlay.Atoms[face] != Overlay.NoAtom && ClaimOf[face] < 0, static (_, _) => true);
        var takers = GiveToNeighbors(left);
        var gaps = FaceGroups.Of(_overlay, face => left.GroupOf[face] >= 0 && _overlay.Sources[face].Length == 0, static (_, _) => true);
        Tell(ImportDefectKind.Gap, gaps, _ => [], gap => takers[left.GroupOf[gaps.First[gap]]]);
    }

    private void SettleSlivers()
    {
        var pieces = FaceGroups.Of(_overlay, face => ClaimOf[face] >= 0, (a, b) => ClaimOf[a] == ClaimOf[b]);
        var largest = new Dictionary<int, int>();
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var claim = ClaimOf[pieces.First[piece]];
            if (!largest.TryGetValue(claim, out var known) || pieces.SquareMeters[piece] > pieces.SquareMeters[known])
            {
                largest[claim] = piece;
            }
        }

        var slivers = FaceGroups.Of(
            _overlay,
            face => pieces.GroupOf[face] is var piece and >= 0 && largest[ClaimOf[face]] != piece && IsSliver(pieces, piece),
            (a, b) => pieces.GroupOf[a] == pieces.GroupOf[b]);
        var before = ClaimOf.ToArray();
        var takers = GiveToNeighbors(slivers);
        Tell(ImportDefectKind.Sliver, slivers, sliver => _claims.All[before[slivers.First[sliver]]].Sources, sliver => takers[sliver]);
    }

    private void TellOutside()
    {
        var groups = FaceGroups.Of(
            _overlay,
            face => _overlay.Atoms[face] == Overlay.NoAtom && _overlay.Sources[face].Length > 0,
            (a, b) => _overlay.Sources[a].AsSpan().SequenceEqual(_overlay.Sources[b]));
        Tell(ImportDefectKind.Outside, groups, group => _overlay.Sources[groups.First[group]], _ => null);
    }

    private bool IsSliver(FaceGroups groups, int group) => groups.SquareMeters[group] < LeastSquareMeters || groups.WidthOf(group) <= _tolerance;

    /// <summary>Each group goes to the claim with which it has the longest border; a group without one stays.</summary>
    private int?[] GiveToNeighbors(FaceGroups groups)
    {
        var takers = Array.ConvertAll(
            groups.BordersWith(face => groups.GroupOf[face] < 0 && ClaimOf[face] >= 0 ? ClaimOf[face] : null), FaceGroups.LongestOf);
        for (var face = 0; face < ClaimOf.Length; face++)
        {
            if (groups.GroupOf[face] is var group and >= 0 && takers[group] is { } taker)
            {
                ClaimOf[face] = taker;
            }
        }

        return takers;
    }

    private void Tell(ImportDefectKind kind, FaceGroups groups, Func<int, int[]> sourcesOf, Func<int, int?> takerOf)
    {
        if (groups.Count == 0)
        {
            return;
        }

        var shapes = groups.Assemble();
        for (var group = 0; group < groups.Count; group++)
        {
            if (groups.SquareMeters[group] < DustSquareMeters)
            {
                continue;
            }

            _defects.Add(new ImportDefect(kind)
            {
                Records = [.. sourcesOf(group).Select(source => _sources[source].Record)],
                SquareMeters = groups.SquareMeters[group],
                Meters = groups.WidthOf(group),
                Place = Geography.LatticePoint.From(shapes[group].InteriorPoint.Coordinate).ToPosition(),
                Shape = shapes[group],
                Taker = takerOf(group) is { } claim and >= 0 ? _sources[_claims.All[claim].Sources[0]].Record : null,
                IsWithinTolerance = groups.WidthOf(group) <= _tolerance,
            });
        }
    }
}
