using GridMap.Core.Areas;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// Gives atoms to the grids that claim them, makes grids that are new, retires those that nobody claims, and gives codes and names, with the operations
/// of the editor. No grid may lose its last land meanwhile, so it keeps one atom until it has got others or is retired.
/// </summary>
/// <param name="run">Does an operation on the division and keeps it.</param>
internal sealed class HandOver(Division division, GridClaims claims, CommunityRow[] communities, Func<Operation, Result<Outcome>> run)
{
    private readonly int?[] _grids = [.. claims.All.Select(claim => claim.Grid)];

    /// <summary>The grid that each claim has become; null where it could not get any land.</summary>
    public IReadOnlyList<int?> Grids => _grids;

    public List<ImportDefect> Defects { get; } = [];

    /// <summary>Codes of the grids that are no more.</summary>
    public List<string> Retired { get; } = [];

    /// <param name="claimOf">The claim of each atom of the land; -1: it stays where it is as long as that grid is there.</param>
    /// <param name="grids">The grids whose land is divided anew.</param>
    public void Run(IReadOnlyDictionary<int, int> claimOf, IReadOnlySet<int> grids, Func<int, int[]> recordsOf)
    {
        var wanted = claimOf.Where(pair => pair.Value >= 0).GroupBy(pair => pair.Value, pair => pair.Key)
            .OrderBy(group => group.Key).Select(group => (Claim: group.Key, Atoms: group.Order().ToArray())).ToList();
        GiveAll(wanted);
        RetireUnclaimed(claimOf, grids);
        GiveAll(wanted);
        foreach (var (claim, atoms) in wanted)
        {
            if (MisplacedOf(claim, atoms) is { Length: > 0 } misplaced)
            {
                Tell(ImportDefectKind.NotAssigned, claim, claims.All[claim].Code, recordsOf, misplaced);
            }
            else
            {
                Name(claim, recordsOf);
            }
        }
    }

    private void GiveAll(List<(int Claim, int[] Atoms)> wanted)
    {
        for (var hasMoved = true; hasMoved;)
        {
            hasMoved = false;
            foreach (var (claim, atoms) in wanted)
            {
                hasMoved |= Give(claim, atoms);
            }
        }
    }

    private int[] MisplacedOf(int claim, int[] atoms) => Array.FindAll(atoms, atom => division.GridOf(atom) != _grids[claim]);

    private bool Give(int claim, int[] atoms)
    {
        var ready = MisplacedOf(claim, atoms).GroupBy(division.GridOf)
            .SelectMany(losing => losing.Count() == division.NumbersOf(losing.Key).Atoms ? losing.Skip(1) : losing).Order().ToArray();
        if (ready.Length == 0)
        {
            return false;
        }

        if (_grids[claim] is { } grid)
        {
            return !run(new Reassign(ready, grid)).IsRefused;
        }

        var made = Create(claim, ready);
        if (!made.IsRefused)
        {
            _grids[claim] = made.Value.TouchedGrids.Min();
        }

        return !made.IsRefused;
    }

    // A code or a name that does not fit is told when it is given.
    private Result<Outcome> Create(int claim, int[] atoms)
    {
        var (code, community) = (claims.All[claim].Code, CommunityOf(claim));
        var fits = code is not null && AreaCode.IsChild(code, community.Code);
        var made = run(new CreateGrid(community.Id, atoms, new NewGrid(fits ? code : null, claims.All[claim].Name, claims.All[claim].NameEnglish)));
        return made.Refusal is { Code: "CODE_TAKEN" or "NAME_UNFIT" } ? run(new CreateGrid(community.Id, atoms)) : made;
    }

    /// <summary>The community that the code names, else that of the grid of today it covers most of.</summary>
    private CommunityRow CommunityOf(int claim) =>
        Array.Find(communities, community => claims.All[claim].Code is { } code && AreaCode.IsChild(code, community.Code)) is { } named
        && claims.GridsUnder[claim].Any(grid => division.HasGrid(grid) && division.RowOf(grid).Community == named.Id)
            ? named
            : claims.GridsUnder[claim].Where(division.HasGrid).Select(division.RowOf).Select(row => Array.Find(communities, community => community.Id == row.Community))
                .FirstOrDefault() ?? communities[0];

    private void RetireUnclaimed(IReadOnlyDictionary<int, int> claimOf, IReadOnlySet<int> grids)
    {
        var staying = claimOf.Where(pair => pair.Value < 0).Select(pair => division.GridOf(pair.Key)).Concat(_grids.OfType<int>()).ToHashSet();
        foreach (var grid in grids.Where(grid => !staying.Contains(grid)).Order())
        {
            var code = division.RowOf(grid).Code;
            if (!run(new RetireGrid(grid)).IsRefused)
            {
                Retired.Add(code);
            }
        }
    }

    private void Name(int claim, Func<int, int[]> recordsOf)
    {
        var wanted = claims.All[claim];
        var row = division.RowOf(_grids[claim]!.Value);
        if (wanted.Code is { } code && code != row.Code)
        {
            row = Recode(claim, code, row, recordsOf);
        }

        if ((wanted.Name ?? row.Name) != row.Name || (wanted.NameEnglish ?? row.NameEnglish) != row.NameEnglish)
        {
            var named = run(new Renumber(row.Id, row.Code, wanted.Name, wanted.NameEnglish));
            if (named.IsRefused)
            {
                Tell(ImportDefectKind.UnfitName, claim, wanted.Name ?? wanted.NameEnglish, recordsOf, []);
            }
        }
    }

    private GridRow Recode(int claim, string code, GridRow row, Func<int, int[]> recordsOf)
    {
        var home = Array.Find(communities, community => AreaCode.IsChild(code, community.Code));
        var given = home is null || home.Id == row.Community ? run(new Renumber(row.Id, code)) : run(new MoveGrid(row.Id, home.Id, code));
        if (given.IsRefused)
        {
            Tell(ImportDefectKind.UnfitCode, claim, code, recordsOf, []);
        }

        return division.RowOf(row.Id);
    }

    private void Tell(ImportDefectKind kind, int claim, string? detail, Func<int, int[]> recordsOf, int[] atoms) => Defects.Add(new ImportDefect(kind)
    {
        Records = recordsOf(claim),
        SquareMeters = atoms.Length == 0 ? null : atoms.Sum(atom => division.NumbersOfAtom(atom).SquareMeters),
        Place = atoms.Length > 0 ? division.NumbersOfAtom(atoms[0]).LabelPoint : _grids[claim] is { } grid ? division.NumbersOf(grid).LabelPoint : null,
        Detail = detail,
    });
}
