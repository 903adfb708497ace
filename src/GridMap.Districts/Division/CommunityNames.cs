using GridMap.Core.Areas;
using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Land;

namespace GridMap.Districts.Division;

/// <summary>Names communities after what people call the place: the largest village or compound, else the longest street, else a number.</summary>
public sealed class CommunityNames
{
    private static readonly string[] CompoundEndings = ["小区", "花园", "家园", "公寓", "新村", "大院", "宿舍", "佳苑", "嘉苑", "苑", "园", "里"];
    private static readonly string[] StreetEndings = ["大街", "大道", "胡同", "路", "街", "巷", "道"];

    private readonly HashSet<string> _used = [];
    private readonly ILookup<int, (string Name, bool IsVillage, double Weight)> _namesOfAtom;

    public CommunityNames(DistrictDraft draft, DividedLand land) => _namesOfAtom = Homes(draft, land).Concat(Streets(draft, land))
        .ToLookup(entry => entry.Atom, entry => (entry.Name, entry.IsVillage, entry.Weight));

    /// <summary>A name no other community of the district has.</summary>
    public string Next(CommunityAtoms community, string subdistrict)
    {
        var ranked = community.Atoms.SelectMany(atom => _namesOfAtom[atom])
            .GroupBy(entry => (entry.Name, entry.IsVillage), (key, entries) => (key.Name, key.IsVillage, Weight: entries.Sum(entry => entry.Weight)))
            .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Name, StringComparer.Ordinal);
        var found = ranked.Select(entry => Compose(entry.Name, entry.IsVillage)).FirstOrDefault(_used.Add);
        return found ?? Enumerable.Range(1, AreaCode.SerialMost)
            .Select(number => $"{WithoutEnding(subdistrict, ["街道", "镇", "乡"])}第{ChineseNumeral.From(number)}社区").First(_used.Add);
    }

    // Homes outweigh streets by far: streets only name communities without a compound or village.
    private static IEnumerable<(int Atom, string Name, bool IsVillage, double Weight)> Homes(DistrictDraft draft, DividedLand land) =>
        from i in Enumerable.Range(0, draft.Buildings.Count)
        let building = draft.Buildings[i]
        where land.AtomOfBuilding[i] >= 0
        from compoundIndex in new[] { building.Compound }.OfType<int>()
        let compound = draft.Compounds[compoundIndex]
        select (land.AtomOfBuilding[i], compound.Name, compound.Kind == "village", building.Households * 1000.0);

    private static IEnumerable<(int Atom, string Name, bool IsVillage, double Weight)> Streets(DistrictDraft draft, DividedLand land)
    {
        var locator = new AtomLocator(land.Shapes);
        return from road in draft.Roads
               where road.Name is not null && LandLines.DividerOf(road) is not null
               from point in road.Course.Coordinates
               let atom = locator.Find(LatticePoint.From(point))
               where atom >= 0
               select (atom, road.Name!, false, 1.0);
    }

    private static string Compose(string name, bool isVillage) =>
        isVillage ? (name.EndsWith('村') ? name : name + "村") : WithoutEnding(WithoutEnding(name, CompoundEndings), StreetEndings) + "社区";

    private static string WithoutEnding(string name, string[] endings)
    {
        var ending = Array.Find(endings, ending => name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= 2);
        return ending is null ? name : name[..^ending.Length];
    }
}
