namespace GridMap.Core.Boundaries.Editing;

/// <summary>Which rules grids and communities break. Land without a household (parks, water, open land) breaks no rule of households.</summary>
internal sealed class RuleCheck(LandTable land, AreaTable areas, BoundaryRules rules)
{
    private readonly DivisionNumbers _numbers = new(land, areas);

    public Warning[] Check(IReadOnlyList<int> grids, IReadOnlyList<int> communities)
    {
        var warnings = new List<Warning>();
        foreach (var id in grids)
        {
            var grid = areas.Grids[id];
            var households = areas.Measures[grid].Households;
            Add(warnings, rules.GridHouseholds, "GRID_HOUSEHOLDS", grid, households, households == 0);
            Add(warnings, rules.GridWorkers, "GRID_WORKERS", grid, areas.RowOf(grid).Workers, households == 0);
            Add(warnings, rules.GridPieces, "GRID_CONTIGUITY", grid, rules.GridPieces is null ? 0 : _numbers.CountPieces(grid), false);
            Add(warnings, rules.GridCompactness, "GRID_COMPACTNESS", grid, (int)Math.Round(100 * _numbers.CompactnessOf(grid)), households == 0);
        }

        foreach (var id in communities)
        {
            var households = areas.SumOf(id).Households;
            Add(warnings, rules.CommunityHouseholds, "COMMUNITY_HOUSEHOLDS", areas.Communities[id], households, households == 0);
            Add(warnings, rules.GridsPerCommunity, "GRIDS_PER_COMMUNITY", areas.Communities[id], areas.GridsOf(id).Count, false);
        }

        return [.. warnings];
    }

    /// <summary>The rule behind a warning.</summary>
    public BoundaryRule RuleOf(Warning warning) => rules.ByName.Single(named => named.Name == warning.Rule).Rule;

    private void Add(List<Warning> warnings, BoundaryRule? rule, string name, int grid, int value, bool exempt)
    {
        if (rule is not null && !exempt && rule.Excess(value) > 0)
        {
            var row = areas.RowOf(grid);
            var (message, chinese) = Words(name, $"Grid {row.Code}", $"网格 {row.Code} ", rule, value);
            warnings.Add(new Warning(name, "grid", row.Id, row.Code, value, rule.Least, rule.Most, _numbers.PlaceOf(grid), message, chinese));
        }
    }

    private void Add(List<Warning> warnings, BoundaryRule? rule, string name, CommunityRow row, int value, bool exempt)
    {
        if (rule is not null && !exempt && rule.Excess(value) > 0)
        {
            var (message, chinese) = Words(name, $"Community {row.Code}", $"社区 {row.Code} ", rule, value);
            var place = areas.GridsOf(row.Id).Order().Select(id => _numbers.PlaceOf(areas.Grids[id])).FirstOrDefault();
            warnings.Add(new Warning(name, "community", row.Id, row.Code, value, rule.Least, rule.Most, place, message, chinese));
        }
    }

    private static (string English, string Chinese) Words(string name, string area, string areaChinese, BoundaryRule rule, int value)
    {
        var bound = rule.Least > value ? $"at least {rule.Least}" : $"at most {rule.Most}";
        var boundChinese = rule.Least > value ? $"不少于 {rule.Least}" : $"不多于 {rule.Most}";
        var (noun, nounChinese) = name switch
        {
            "GRID_HOUSEHOLDS" or "COMMUNITY_HOUSEHOLDS" => ("households", "户"),
            "GRIDS_PER_COMMUNITY" => ("grids", "个网格"),
            "GRID_WORKERS" => ("grid workers", "名网格员"),
            "GRID_COMPACTNESS" => ("% compactness", "%（紧凑度）"),
            _ => ("pieces", "块"),
        };
        return ($"{area} has {value} {noun}; it should have {bound}.", $"{areaChinese}现有 {value} {nounChinese}，应{boundChinese} {nounChinese}。");
    }
}
