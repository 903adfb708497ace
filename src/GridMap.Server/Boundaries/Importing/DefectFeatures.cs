using System.Text.Json;
using GridMap.Core.Boundaries.Importing;
using GridMap.Platform.Files;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>Every defect of an import as GeoJSON: its land, or else its place.</summary>
internal static class DefectFeatures
{
    public static byte[] Write(IEnumerable<ImportDefect> defects) => GeoJsonFile.Write(defects, WriteGeometry, WriteProperties);

    private static void WriteGeometry(Utf8JsonWriter json, ImportDefect defect)
    {
        switch (defect)
        {
            case { Shape: { } shape }:
                GeoJson.Write(json, shape);
                break;
            case { Place: { } place }:
                GeoJson.Write(json, place);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteProperties(Utf8JsonWriter json, ImportDefect defect)
    {
        json.WriteString("kind"u8, defect.Kind.ToString());
        json.WriteString("records"u8, string.Join(',', defect.Records));
        json.WriteNumberOrNull("area_m2", Rounded(defect.SquareMeters));
        json.WriteNumberOrNull("width_m", Rounded(defect.Meters));
        json.WriteNumberOrNull("taker", defect.Taker);
        json.WriteBoolean("within_tolerance"u8, defect.IsWithinTolerance);
        json.WriteString("detail"u8, defect.Detail);
    }

    private static double? Rounded(double? number) => number is { } value ? Math.Round(value, 3) : null;
}
