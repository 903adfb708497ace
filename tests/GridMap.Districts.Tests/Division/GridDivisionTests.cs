using GridMap.Core.Boundaries;
using GridMap.Districts.Division;
using GridMap.Districts.Land;

namespace GridMap.Districts.Tests.Division;

public sealed class GridDivisionTests
{
    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_area_of_every_level_hangs_together(int seed)
    {
        var land = Land(seed);
        var subdistricts = Divide(land, seed);
        AssertContiguous(land, [.. subdistricts.SelectMany(subdistrict => subdistrict.Communities).SelectMany(community => community.Grids)]);
        AssertContiguous(land, [.. subdistricts.SelectMany(subdistrict => subdistrict.Communities).Select(community => community.Atoms.ToArray())]);
        AssertContiguous(land, [.. subdistricts.Select(subdistrict => subdistrict.Communities.SelectMany(community => community.Atoms).ToArray())]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_atom_is_in_exactly_one_grid(int seed)
    {
        var land = Land(seed);
        var atoms = Divide(land, seed).SelectMany(subdistrict => subdistrict.Communities).SelectMany(community => community.Atoms).Order();
        Assert.Equal(Enumerable.Range(0, land.Shapes.Length), atoms);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Most_grids_keep_the_household_standard_and_none_is_far_from_it(int seed)
    {
        var land = Land(seed);
        var households = Divide(land, seed).SelectMany(subdistrict => subdistrict.Communities).SelectMany(community => community.Grids)
            .Select(grid => grid.Sum(atom => land.Households[atom])).Where(sum => sum > 0).ToList();
        Assert.True(households.Count(sum => sum is >= 300 and <= 500) >= 0.85 * households.Count, string.Join(' ', households.Order()));
        Assert.All(households, sum => Assert.InRange(sum, 200, 700));
    }

    [Fact]
    public void A_wanted_number_of_grids_is_met_within_the_standard()
    {
        var land = Land(1);
        var natural = land.Households.Sum() / 400;
        var wanted = (int)(natural * 1.1);
        var rules = new DivisionRules { GridCount = wanted };
        var populated = new GridDivision(land, TestTown.Draw(8, 6).SubdistrictSeeds, rules).Run(CancellationToken.None)
            .SelectMany(subdistrict => subdistrict.Communities).SelectMany(community => community.Grids)
            .Count(grid => grid.Sum(atom => land.Households[atom]) > 0);
        Assert.InRange(populated, wanted * 0.97, wanted * 1.03);
    }

    [Fact]
    public void A_place_without_named_seeds_is_still_divided()
    {
        var district = Towns.Divide(TestTown.Draw() with { SubdistrictSeeds = [] });
        Assert.Equal("第一街道", district.Areas.Areas.First(area => area.Level == "subdistrict").Name);
    }

    [Fact]
    public void A_place_without_households_is_one_grid_or_more()
    {
        var draft = TestTown.Draw(3, 3);
        var empty = Towns.Divide(draft with { Buildings = [.. draft.Buildings.Select(building => building with { Households = 0, Persons = 0, Elders = 0 })] });
        Assert.Contains(empty.Areas.Areas, area => area.Level == "grid");
        Assert.All(empty.Areas.GridOfAtom, grid => Assert.True(grid > 0));
    }

    [Fact]
    public void Names_are_unique_within_the_district_and_codes_within_everything()
    {
        var areas = Towns.Divide(8, 6).Areas.Areas;
        var communities = areas.Where(area => area.Level == "community").Select(area => area.Name).ToList();
        Assert.Equal(communities.Count, communities.Distinct().Count());
        Assert.Equal(areas.Count, areas.Select(area => area.Code).Distinct().Count());
        Assert.All(areas.Where(area => area.Level == "grid"), grid => Assert.Equal(15, grid.Code.Length));
    }

    [Fact]
    public void A_community_is_called_by_the_short_name_of_its_largest_compound_and_the_next_by_the_full_one()
    {
        var draft = TestTown.Draw(8, 6);
        var named = Towns.Divide(draft with { Compounds = [.. draft.Compounds.Select(compound => compound with { Name = "锦绣花园二期" })] });
        var names = named.Areas.Areas.Where(area => area.Level == "community").Select(area => area.Name).ToList();
        Assert.Contains("锦绣社区", names);
        Assert.Contains("锦绣花园二期社区", names);
        Assert.Contains(names, name => name.StartsWith('纵') || name.StartsWith('横') || name.Contains("第一社区"));
    }

    [Fact]
    public void Great_empty_land_makes_grids_of_its_own()
    {
        var land = Land(1);
        var rules = new DivisionRules { OpenGridSquareMetersLeast = 400_000 };
        var grids = new GridDivision(land, TestTown.Draw(8, 6).SubdistrictSeeds, rules).Run(CancellationToken.None)
            .SelectMany(subdistrict => subdistrict.Communities).SelectMany(community => community.Grids).ToList();
        var empty = grids.Where(grid => grid.All(atom => land.Households[atom] == 0)).ToList();
        Assert.NotEmpty(empty);
        Assert.All(empty, grid => Assert.True(grid.Sum(atom => land.SquareMeters[atom]) >= 400_000));
        AssertContiguous(land, grids);
    }

    [Fact]
    public void A_building_beyond_the_extent_counts_nowhere()
    {
        var draft = TestTown.Draw(3, 3);
        var stray = draft.Buildings[0] with
        {
            Footprint = (NetTopologySuite.Geometries.Polygon)NetTopologySuite.Geometries.Utilities.AffineTransformation.TranslationInstance(1, 1).Transform(draft.Buildings[0].Footprint),
        };
        var district = Towns.Divide(draft with { Buildings = [.. draft.Buildings, stray] });
        Assert.Equal(-1, district.Land.AtomOfBuilding[^1]);
        Assert.Equal(draft.Buildings.Sum(building => building.Households), district.Areas.Areas[0].Sums.Households);
    }

    [Fact]
    public void Only_a_synthetic_place_names_its_grid_heads()
    {
        var draft = TestTown.Draw(3, 3);
        Assert.All(Towns.Divide(draft).Areas.Areas.Where(area => area.Level == "grid"), grid => Assert.NotNull(grid.HeadName));
        var real = Towns.Divide(draft with { Place = draft.Place with { Synthetic = false } });
        Assert.All(real.Areas.Areas, area => Assert.Null(area.HeadName));
    }

    [Fact]
    public void Shapes_of_every_level_tile_the_district()
    {
        var district = Towns.Divide();
        var whole = district.Areas.Areas[0].Shape;
        foreach (var level in district.Areas.Areas.GroupBy(area => area.Level))
        {
            Assert.Empty(SegmentCancellation.LeftOver(level.Select(area => area.Shape), whole));
        }
    }

    private static DividedLand Land(int seed) => new LandDivision(TestTown.Draw(8, 6, seed), new LandRules()).Run(CancellationToken.None);

    private static List<SubdistrictAtoms> Divide(DividedLand land, int seed) =>
        new GridDivision(land, TestTown.Draw(8, 6, seed).SubdistrictSeeds, new DivisionRules()).Run(CancellationToken.None);

    private static void AssertContiguous(DividedLand land, List<int[]> areas)
    {
        var areaOfAtom = new int[land.Shapes.Length];
        for (var area = 0; area < areas.Count; area++)
        {
            Array.ForEach(areas[area], atom => areaOfAtom[atom] = area);
        }

        Assert.All(Contiguity.CountPieces(land.Adjacency, areaOfAtom, areas.Count), pieces => Assert.Equal(1, pieces));
    }
}
