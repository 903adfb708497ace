using System.Text.Json;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Files;
using GridMap.Platform.Schema;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Boundaries.Exporting;

/// <summary>Grids as GeoJSON.</summary>
internal static class GridFeatures
{
    public static GridFeature Of(GridNumbers grid, Geometry shape, Division division, string? change)
    {
        var community = division.HasCommunity(grid.Community) ? division.NumbersOfCommunity(grid.Community) : null;
        return new GridFeature(
            grid.Code, grid.Name, grid.NameEnglish, community?.Code ?? "", community?.Name ?? "", change, grid.Households, grid.Persons, Math.Round(grid.SquareMeters, 1), shape);
    }

    /// <param name="members">Further members of the collection.</param>
    public static byte[] Write(IEnumerable<GridFeature> features, params ReadOnlySpan<(string Name, string Value)> members) =>
        GeoJsonFile.Write(features, (json, feature) => GeoJson.Write(json, feature.Shape), WriteProperties, idOf: null, members);

    private static void WriteProperties(Utf8JsonWriter json, GridFeature feature)
    {
        json.WriteString("code"u8, feature.Code);
        json.WriteString("name"u8, feature.Name);
        json.WriteString("name_en"u8, feature.NameEn);
        json.WriteString("community"u8, feature.Community);
        json.WriteString("community_name"u8, feature.CommunityName);
        if (feature.Change is not null)
        {
            json.WriteString("change"u8, feature.Change);
        }

        json.WriteNumber("households"u8, feature.Households);
        json.WriteNumber("persons"u8, feature.Persons);
        json.WriteNumber("area_m2"u8, feature.AreaM2);
    }
}
