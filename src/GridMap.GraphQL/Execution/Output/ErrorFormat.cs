using System.Collections;
using System.Text.Json;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Execution.Output;

/// <summary>Writes errors as the specification has them, section 7.1.7.</summary>
internal static class ErrorFormat
{
    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            WriteError(writer, error);
        }

        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
        {
            WriteLocations(writer, error);
        }

        if (error.Path.Count > 0)
        {
            writer.WritePropertyName("path"u8);
            WriteValue(writer, error.Path);
        }

        if (error.Extensions.Count > 0)
        {
            writer.WritePropertyName("extensions"u8);
            WriteValue(writer, error.Extensions);
        }

        writer.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartArray("locations"u8);
        foreach (var location in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteMembers(writer, members);
                break;
            case IEnumerable items:
                WriteItems(writer, items);
                break;
            default:
                JsonSerializer.Serialize(writer, value);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(writer, item);
        }

        writer.WriteEndArray();
    }
}
