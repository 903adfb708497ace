using System.Text.Json;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Platform.Schema;

/// <summary>Writes geometries as GeoJSON (RFC 7946): longitude before latitude, degrees of WGS 84.</summary>
public static class GeoJson
{
    public static void Write(Utf8JsonWriter writer, Geometry geometry)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, geometry.GeometryType);
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            writer.WriteStartArray("geometries"u8);
            foreach (var part in ((GeometryCollection)geometry).Geometries)
            {
                Write(writer, part);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WritePropertyName("coordinates"u8);
            WriteCoordinates(writer, geometry);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a place as a Point.</summary>
    public static void Write(Utf8JsonWriter writer, Position place)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Point"u8);
        writer.WritePropertyName("coordinates"u8);
        WritePosition(writer, place.Longitude, place.Latitude);
        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(writer, point.X, point.Y);
                break;
            case LineString line:
                WriteLine(writer, line.CoordinateSequence);
                break;
            case Polygon polygon:
                WritePolygon(writer, polygon);
                break;
            case GeometryCollection collection:
                writer.WriteStartArray();
                foreach (var part in collection.Geometries)
                {
                    WriteCoordinates(writer, part);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"GeoJSON has no {geometry.GeometryType}.", nameof(geometry));
        }
    }

    private static void WritePolygon(Utf8JsonWriter writer, Polygon polygon)
    {
        writer.WriteStartArray();
        WriteLine(writer, polygon.Shell.CoordinateSequence);
        foreach (var hole in polygon.Holes)
        {
            WriteLine(writer, hole.CoordinateSequence);
        }

        writer.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter writer, CoordinateSequence line)
    {
        writer.WriteStartArray();
        for (var i = 0; i < line.Count; i++)
        {
            WritePosition(writer, line.GetX(i), line.GetY(i));
        }

        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, double longitude, double latitude)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(longitude);
        writer.WriteNumberValue(latitude);
        writer.WriteEndArray();
    }
}
