using GridMap.Core.Areas;
using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Land;

namespace GridMap.Districts.Division;

/// <summary>Names communities after what people call the place: the largest village or compound, else the longest street, else a number.</summary>
public sealed class CommunityNames
{
    private static readonly string[] Phases = ["一期", "二期", "三期", "四期", "五期", "东区", "西区", "南区", "北区", "中区"];
    private static readonly string[] CompoundEndings =
    [
        "家属院", "宿舍区", "名苑", "雅苑", "嘉苑", "佳苑", "豪庭", "华庭", "公馆", "国际", "新城", "新村", "片区",
        "花园", "家园", "小区", "公寓", "大院", "宿舍", "苑", "园", "里",
    ];

    private static readonly string[] StreetEndings = ["大街", "大道", "胡同", "路", "街", "巷", "道"];
    private static readonly string[] SubdistrictEndings = ["街道", "镇", "乡"];

    private readonly HashSet<string> _used = [];
    private readonly ILookup<int, (string Name, bool IsVillage, double Weight)> _namesOfAtom;

    public CommunityNames(DistrictDraft draft, DividedLand land) => _namesOfAtom = Homes(draft, land).Concat(Streets(draft, land))
        .ToLookup(entry => entry.Atom, entry => (entry.Name, entry.IsVillage, entry.Weight));

    /// <summary>A name no other community of the district has.</summary>
    public string Next(CommunityAtoms community, string subdistrict)
    {
        var ranked = community.Atoms.SelectMany(atom => _namesOfAtom[atom])
            .GroupBy(entry => (entry.Name, entry.IsVillage), (key, entries) => (key.Name, key.IsVillage, Weight: entries.Sum(entry => entry.Weight)))
            .OrderBy(entry => entry.Name.Any(char.IsDigit)).ThenByDescending(entry => entry.Weight).ThenBy(entry => entry.Name, StringComparer.Ordinal);
        var found = ranked.SelectMany(entry => Compose(entry.Name, entry.IsVillage)).FirstOrDefault(_used.Add);
        return found ?? Enumerable.Range(1, AreaCode.SerialMost)
            .Select(number => $"{WithoutEnding(subdistrict, SubdistrictEndings)}第{ChineseNumeral.From(number)}社区").First(_used.Add);
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

    /// <summary>The short form people use, then the full one for when another community has the short form already.</summary>
    private static string[] Compose(string name, bool isVillage) => isVillage
        ? [name.EndsWith('村') ? name : name + "村"]
        : [WithoutEnding(WithoutEnding(WithoutEnding(name, Phases), CompoundEndings), StreetEndings) + "社区", name + "社区"];

    private static string WithoutEnding(string name, string[] endings)
    {
        var ending = Array.Find(endings, ending => name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= 2);
        return ending is null ? name : name[..^ending.Length];
    }
}
