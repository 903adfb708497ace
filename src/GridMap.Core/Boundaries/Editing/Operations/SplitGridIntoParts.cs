using GridMap.Core.Areas;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class SplitGridIntoParts
{
    private const int MostParts = 50;

    public static Result<Operation> Run(Edit edit, SplitIntoParts operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        int[] atoms = [.. edit.Areas.AtomsOf(grid).OrderBy(edit.Land.IdOf)];
        var row = edit.Areas.RowOf(grid);
        if (operation.Parts is < 2 or > MostParts || operation.Parts > atoms.Length)
        {
            var most = Math.Min(MostParts, atoms.Length);
            return BoundaryRefusals.At(
                edit.PlaceOf(row.Id),
                "SPLIT_PARTS",
                $"Grid {row.Code} has {atoms.Length} atoms: ask for 2 to {most} parts, or cut atoms first.",
                $"网格 {row.Code} 有 {atoms.Length} 个基本单元：请分为 2 至 {most} 份，或先切开单元。");
        }

        var parts = Split(edit.Land, atoms, operation.Parts, operation.Seed);
        var names = new List<NewGrid>();
        foreach (var part in parts.Skip(1))
        {
            var made = edit.NewGrid(row.Community, operation.New?.ElementAtOrDefault(names.Count), edit.Land.LabelOf(part[0]));
            if (made.Refusal is { } unfit)
            {
                return unfit;
            }

            edit.Do(new GridChange(null, made.Value));
            edit.Give(part, made.Value.Id);
            names.Add(CreateGridOfAtoms.NameOf(made.Value));
        }

        return operation with { New = [.. names] };
    }

    /// <summary>The parts, the one with the most households first.</summary>
    private static List<int[]> Split(LandTable land, int[] atoms, int parts, int seed)
    {
        var adjacency = LocalAdjacency(land, atoms);
        var households = Array.ConvertAll(atoms, atom => land.Measures[atom].Households);
        var metric = new LocalMetric(land.LabelOf(atoms[0]));
        var centres = Array.ConvertAll(atoms, atom => metric.ToMeters(land.LabelOf(atom)) is var meters ? (meters.X, meters.Y) : default);
        var split = new BalancedSplit(adjacency, households, centres, seed).Split([.. Enumerable.Range(0, atoms.Length)], parts);
        return [.. split
            .Select(part => part.Order().Select(i => atoms[i]).ToArray())
            .OrderByDescending(part => part.Sum(atom => land.Measures[atom].Households)).ThenBy(part => land.IdOf(part[0]))];
    }

    private static Adjacency LocalAdjacency(LandTable land, int[] atoms)
    {
        var position = new Dictionary<int, int>(atoms.Length);
        foreach (var atom in atoms)
        {
            position.Add(atom, position.Count);
        }

        var shared = new SortedDictionary<(int From, int To), (double Meters, double Cost)>();
        foreach (var atom in atoms)
        {
            foreach (var edge in land.EdgesOf(atom))
            {
                if (position.TryGetValue(land.Across(edge, atom), out var other))
                {
                    var (meters, known) = (land.MillimetersOf(edge) / 1_000.0, shared.GetValueOrDefault((position[atom], other)));
                    shared[(position[atom], other)] = (known.Meters + meters, known.Cost + meters * land.Edges[edge].Divider.Cohesion());
                }
            }
        }

        var (offset, _) = Buckets.Group([.. shared.Keys.Select(pair => pair.From)], atoms.Length);
        return new Adjacency(
            offset, [.. shared.Keys.Select(pair => pair.To)], [.. shared.Values.Select(sum => sum.Meters)], [.. shared.Values.Select(sum => sum.Cost)]);
    }
}
