using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GridMap.Districts.Demo;

namespace GridMap.Districts.Tests.Demo;

/// <summary>Two small districts, drawn once for all tests of a class.</summary>
public sealed class SmallDistricts
{
    public DistrictDraft Seven { get; } = DemoDistrict.Draw(DemoScale.Small, 7);

    public DistrictDraft Eight { get; } = DemoDistrict.Draw(DemoScale.Small, 8);
}

internal static class DraftDigest
{
    /// <summary>Half of the SHA-256 over everything a draft says, in order.</summary>
    public static string Digest(this DistrictDraft draft)
    {
        StringBuilder text = new();
        text.Append(draft.Place).Append(draft.Extent.AsText());
        foreach (var road in draft.Roads)
        {
            text.Append(CultureInfo.InvariantCulture, $"{road.Class}{road.Name}{road.NameEnglish}{road.IsBridge}{road.IsTunnel}{road.IsSteps}{road.Walkable}{road.Course.AsText()}");
        }

        draft.Waters.ToList().ForEach(water => text.Append(water.Kind).Append(water.Name).Append(water.Shape.AsText()));
        draft.Greens.ToList().ForEach(green => text.Append(green.Kind).Append(green.Name).Append(green.Shape.AsText()));
        foreach (var compound in draft.Compounds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{compound.Name}{compound.Kind}{compound.Address}{compound.BuiltYear}{compound.Gates.AsText()}{compound.Shape.AsText()}");
        }

        draft.Buildings.ToList().ForEach(building => text.Append(building));
        foreach (var facility in draft.Facilities)
        {
            text.Append(CultureInfo.InvariantCulture, $"{facility}{string.Join(',', facility.Services)}");
        }

        draft.CandidateSites.ToList().ForEach(site => text.Append(site));
        draft.SubdistrictSeeds.ToList().ForEach(seed => text.Append(seed));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
