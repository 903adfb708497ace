using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>Writes down what a cut makes of an atom: pieces, edges and nodes with ids of the plan, and where the buildings are counted.</summary>
internal sealed class CutRows(LandTable land, AreaTable areas, int atom)
{
    public LandChange Make(EdgeParting parting, List<LatticePoint[]> chains, AtomPieces pieces)
    {
        var row = DivisionExport.OwnedRow(land, areas, atom);
        var first = land.Atoms.NextLocal;
        AtomRow[] made = [.. pieces.Labels.Select((label, piece) => row with { Id = first - piece, LabelPoint = label })];
        var edges = new List<EdgeRow>();
        var next = land.EdgeSlots.NextLocal;
        foreach (var part in parting.Parts)
        {
            edges.Add(Relabel(part, part.IsWhole ? land.EdgeIdOf(part.Edge) : next--, pieces, first));
        }

        foreach (var chain in chains)
        {
            var (left, right) = pieces.SidesOf(chain);
            edges.Add(new EdgeRow(
                next--, parting.NodeAt(chain[0]), parting.NodeAt(chain[^1]), first - left, first - right, Divider.Line.Follows(), chain));
        }

        var buildings = land.Buildings.In(row.Id);
        return new LandChange(
            new LandPart([row], [.. OldEdges(parting)], [], [.. buildings.Select(id => new BuildingPlace(id, row.Id))]),
            new LandPart(
                made,
                [.. edges],
                [.. parting.NewNodes],
                [.. buildings.Select(id => new BuildingPlace(id, first - pieces.Find(land.Buildings.Find(id).Point)))]));
    }

    private IEnumerable<EdgeRow> OldEdges(EdgeParting parting) =>
        parting.Parts.Select(part => part.Edge).Distinct().Select(land.EdgeRowOf);

    private EdgeRow Relabel(EdgePart part, int id, AtomPieces pieces, int first)
    {
        var old = land.EdgeRowOf(part.Edge);
        var (left, right) = pieces.SidesOf(part.Course);
        return old with
        {
            Id = id,
            Start = part.Start,
            End = part.End,
            Left = left >= 0 ? first - left : old.Left,
            Right = right >= 0 ? first - right : old.Right,
            Course = part.Course,
        };
    }
}
