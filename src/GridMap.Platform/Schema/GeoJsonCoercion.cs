using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using NetTopologySuite.Geometries;

namespace GridMap.Platform.Schema;

/// <summary>The scalar `GeoJSON`: out goes any geometry, in comes a Polygon or a MultiPolygon.</summary>
public sealed class GeoJsonCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(Geometry);

    public override object ParseValue(JsonElement value) => Read(PlainValue.From(value));

    public override object ParseLiteral(ValueNode value) => Read(PlainValue.From(value));

    public override void Write(Utf8JsonWriter writer, object value) => GeoJson.Write(writer, (Geometry)value);

    private static Geometry Read(object? value)
    {
        try
        {
            return GeoJsonReader.Read(value as IReadOnlyDictionary<string, object?> ?? throw new FormatException("it must be a geometry object"));
        }
        catch (FormatException fault)
        {
            throw new CoercionException($"GeoJSON cannot represent this value: {fault.Message}.");
        }
    }
}
