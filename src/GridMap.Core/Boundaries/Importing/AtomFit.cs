namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// Which claim each atom of the land goes to as a whole, and which atoms have to be cut. Parts of an atom smaller than a square metre or no wider than
/// the tolerance do not count: they go with the part beside them that they have the longest border with.
/// </summary>
internal sealed class AtomFit
{
    private readonly Overlay _overlay;
    private readonly double _tolerance;

    public AtomFit(Overlay overlay, int[] claimOf, double tolerance)
    {
        (_overlay, _tolerance) = (overlay, tolerance);
        var facesOf = overlay.Atoms.Index().Where(pair => pair.Item != Overlay.NoAtom).GroupBy(pair => pair.Item, pair => pair.Index).ToDictionary(group => group.Key, group => group.ToArray());
        var mixed = facesOf.Where(pair => pair.Value.Any(face => claimOf[face] != claimOf[pair.Value[0]])).Select(pair => pair.Key).ToHashSet();
        Whole = facesOf.Where(pair => !mixed.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => claimOf[pair.Value[0]]);
        foreach (var (atom, parts) in Part(mixed, claimOf))
        {
            if (parts.Claims.Distinct().Count() == 1)
            {
                Whole.Add(atom, parts.Claims[0]);
            }
            else
            {
                Parted.Add(atom, parts);
            }
        }
    }

    /// <summary>The claim of each atom that stays in one piece; -1: it stays as it is.</summary>
    public Dictionary<int, int> Whole { get; }

    /// <summary>The parts that each other atom should fall into.</summary>
    public SortedDictionary<int, AtomParts> Parted { get; } = [];

    private IEnumerable<(int Atom, AtomParts Parts)> Part(HashSet<int> mixed, int[] claimOf)
    {
        var pieces = FaceGroups.Of(
            _overlay,
            face => mixed.Contains(_overlay.Atoms[face]),
            (a, b) => _overlay.Atoms[a] == _overlay.Atoms[b] && claimOf[a] == claimOf[b]);
        var segments = new Dictionary<int, List<(SidedSegment Segment, double Meters)>>();
        foreach (var (segment, meters) in _overlay.Segments.Zip(_overlay.Meters))
        {
            var (left, right) = (PieceOf(segment.Left), PieceOf(segment.Right));
            foreach (var atom in new[] { AtomOf(segment.Left, left), AtomOf(segment.Right, right) }.Where(atom => atom != Overlay.NoAtom).Distinct())
            {
                segments.TryAdd(atom, []);
                segments[atom].Add((segment with { Left = AtomOf(segment.Left, left) == atom ? left : -1, Right = AtomOf(segment.Right, right) == atom ? right : -1 }, meters));
            }
        }

        foreach (var (atom, around) in segments.OrderBy(pair => pair.Key))
        {
            yield return (atom, new AtomParts(around, piece => pieces.SquareMeters[piece], piece => claimOf[pieces.First[piece]], _tolerance));
        }

        int PieceOf(int face) => face < 0 ? -1 : pieces.GroupOf[face];

        int AtomOf(int face, int piece) => piece < 0 ? Overlay.NoAtom : _overlay.Atoms[face];
    }
}
