using GridMap.Districts.Division;
using GridMap.Districts.Land;
using GridMap.Districts.Network;

namespace GridMap.Districts.Tests;

/// <summary>Test towns divided with the rules every place starts with.</summary>
internal static class Towns
{
    public static DividedDistrict Divide(int columns = 6, int rows = 5, int seed = 1) => Divide(TestTown.Draw(columns, rows, seed));

    public static DividedDistrict Divide(DistrictDraft draft) => DivideDistrict.Run(
        draft, new LandRules(), new DivisionRules(), new WalkingRules(), new Progress<Progress>(), CancellationToken.None);
}
