using GridMap.Core.Areas;
using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Land;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Division;

/// <summary>Turns the levels into areas with ids, codes, names, shapes assembled from edges, and sums.</summary>
public sealed class AreaModels(DistrictDraft draft, DividedLand land, IReadOnlyList<SubdistrictAtoms> subdistricts)
{
    private static readonly string[] Levels = ["district", "subdistrict", "community", "grid"];

    private readonly List<Draft> _drafts = [];
    private readonly HeadNames _heads = new(unchecked((int)draft.Place.Seed));

    public DividedAreas Build()
    {
        Number();
        var areaOfAtom = Levels.ToDictionary(level => level, AreaOfAtom);
        var shapes = areaOfAtom.ToDictionary(level => level.Key, level => AreaAssembly.Assemble(land.Mosaic, level.Value, _drafts.Count));
        var sums = areaOfAtom.ToDictionary(level => level.Key, level => Sums(level.Value));
        var areas = _drafts.Select((area, index) => area.Model with
        {
            Shape = shapes[area.Model.Level][index],
            LabelPoint = LabelPoints.Of(shapes[area.Model.Level][index]),
            SquareMeters = Ellipsoid.AreaSquareMeters(shapes[area.Model.Level][index]),
            Sums = sums[area.Model.Level][index],
        });
        return new DividedAreas([.. areas], Array.ConvertAll(areaOfAtom["grid"], index => index + 1));
    }

    private void Number()
    {
        var place = draft.Place;
        var communityNames = new CommunityNames(draft, land);
        var district = Add("district", place.CountyCode, place.Name, place.NameEnglish, null, null, []);
        for (var s = 0; s < subdistricts.Count; s++)
        {
            var subdistrict = Add("subdistrict", AreaCode.Child(district.Code, s + 1), subdistricts[s].Name, null, district.Id, null, []);
            for (var c = 0; c < subdistricts[s].Communities.Count; c++)
            {
                var atoms = subdistricts[s].Communities[c];
                var name = communityNames.Next(atoms, subdistricts[s].Name);
                AddGrids(Add("community", AreaCode.Child(subdistrict.Code, c + 1), name, null, subdistrict.Id, null, []), atoms);
            }
        }
    }

    private void AddGrids(AreaModel community, CommunityAtoms atoms)
    {
        for (var g = 0; g < atoms.Grids.Count; g++)
        {
            var head = draft.Place.Synthetic ? _heads.Next() : null;
            Add("grid", AreaCode.Child(community.Code, g + 1), $"第{ChineseNumeral.From(g + 1)}网格", $"Grid {g + 1}", community.Id, head, atoms.Grids[g]);
        }
    }

    private AreaModel Add(string level, string code, string name, string? nameEnglish, int? parentId, string? head, int[] atoms)
    {
        var model = new AreaModel(
            _drafts.Count + 1, level, code, name, nameEnglish, parentId, head, MultiPolygon.Empty, Point.Empty, 0, new AreaSums(0, 0, 0, 0));
        _drafts.Add(new Draft(model, atoms));
        return model;
    }

    /// <summary>Per atom the index of its area of a level, found by climbing from the grid.</summary>
    private int[] AreaOfAtom(string level)
    {
        var areaOfAtom = new int[land.Shapes.Length];
        Array.Fill(areaOfAtom, -1);
        foreach (var grid in _drafts.Where(area => area.Atoms.Length > 0))
        {
            var ancestor = grid.Model;
            while (ancestor.Level != level)
            {
                ancestor = _drafts[ancestor.ParentId!.Value - 1].Model;
            }

            Array.ForEach(grid.Atoms, atom => areaOfAtom[atom] = ancestor.Id - 1);
        }

        return areaOfAtom;
    }

    private AreaSums[] Sums(int[] areaOfAtom)
    {
        var sums = new AreaSums[_drafts.Count];
        Array.Fill(sums, new AreaSums(0, 0, 0, 0));
        for (var i = 0; i < draft.Buildings.Count; i++)
        {
            if (land.AtomOfBuilding[i] >= 0)
            {
                var area = areaOfAtom[land.AtomOfBuilding[i]];
                var (building, sum) = (draft.Buildings[i], sums[area]);
                sums[area] = new AreaSums(
                    sum.Households + building.Households, sum.Persons + building.Persons, sum.Elders + building.Elders, sum.Buildings + 1);
            }
        }

        return sums;
    }

    private sealed record Draft(AreaModel Model, int[] Atoms);
}
