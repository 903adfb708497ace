namespace GridMap.Districts.Life;

/// <summary>The patrols of a place and their weekly shifts.</summary>
public sealed record PatrolForce(IReadOnlyList<PatrolRow> Patrols, IReadOnlyList<ShiftRow> Shifts);

/// <summary>
/// Draws grid workers, teams and vehicles and rosters them: three shifts a day at three starts an hour apart, filled so that the same number
/// is on duty at every hour of the week.
/// </summary>
public sealed class DrawPatrols(LifePlace place, PatrolRules rules, NameCharacters characters)
{
    private readonly Chance _chance = new(place.Seed, "patrols");

    public PatrolForce Run()
    {
        var names = new FictionalNames(characters, _chance);
        var units = Units();
        PatrolRow[] patrols = [.. units.Select((unit, index) => Describe(index + 1, unit, names))];
        return new PatrolForce(patrols, [.. new ShiftRoster(rules).Fill(patrols, OnDuty(patrols.Length), _chance)]);
    }

    private int OnDuty(int patrols) => Math.Max(rules.FewestOnDuty, (int)Math.Round(patrols * rules.OnDutyShare));

    // Every grid has its full-time worker first; the rest are dealt out in rounds, so that grids differ by one at most.
    private List<(string Kind, string Employment, int GridId)> Units()
    {
        var grids = place.Grids.Select(grid => grid.Id).ToArray();
        var teams = Math.Max(2, (int)Math.Round(grids.Length * rules.TeamsPerGrid));
        var vehicles = Math.Max(2, (int)Math.Round(grids.Length * rules.VehiclesPerGrid));
        var workers = Math.Max((int)Math.Round(grids.Length * rules.WorkersPerGrid), rules.FewestPatrols - teams - vehicles);
        var employment = new WeightedChoice(rules.Employment.Select(rule => rule.Share));
        var units = new List<(string, string, int)>();
        for (var i = 0; i < workers; i++)
        {
            var code = i < grids.Length && _chance.Happens(0.9) ? rules.Employment[0].Code : rules.Employment[employment.Draw(_chance)].Code;
            units.Add(("grid_worker", i < grids.Length ? code : Auxiliary(code), grids[i % grids.Length]));
        }

        _chance.Shuffle(grids);
        units.AddRange(Enumerable.Range(0, teams).Select(index => ("team", "full_time", grids[index % grids.Length])));
        units.AddRange(Enumerable.Range(0, vehicles).Select(index => ("vehicle", "full_time", grids[(index + teams) % grids.Length])));
        return units;
    }

    // The first of a grid is full-time already: the others keep the overall mix.
    private string Auxiliary(string code) => code == rules.Employment[0].Code && !_chance.Happens(0.1) ? rules.Employment[^1].Code : code;

    private PatrolRow Describe(int id, (string Kind, string Employment, int GridId) unit, FictionalNames names)
    {
        var name = unit.Kind switch
        {
            "team" => $"{_chance.Pick(rules.TeamNames)}{id % 90 + 10}队",
            "vehicle" => $"{_chance.Pick(rules.VehicleNames)}{id % 900 + 100}号",
            _ => names.Next(),
        };
        var skills = Enumerable.Range(0, _chance.Below(3)).Select(_ => _chance.Pick(rules.Skills)).Distinct().ToArray();
        return new PatrolRow(id, $"gm-{id:000000}", name, unit.Kind, unit.Employment, skills, unit.GridId);
    }
}
