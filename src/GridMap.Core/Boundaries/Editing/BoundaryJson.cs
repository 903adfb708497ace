using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>Operations, changes and rules as JSON, the form they are stored and sent in.</summary>
public static class BoundaryJson
{
    public static string Write(Operation operation) => JsonSerializer.Serialize(operation, Members.Default.Operation);

    /// <summary>Reads an operation that was written by <see cref="Write(Operation)"/>; anything else is a <see cref="JsonException"/>.</summary>
    public static Operation ReadOperation(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Members.Default.Operation) ?? throw new JsonException("An operation is an object.");
        }
        catch (NotSupportedException exception)
        {
            throw new JsonException("An operation names its kind.", exception);
        }
    }

    /// <summary>Reads a book of rules; anything else is a <see cref="JsonException"/>.</summary>
    internal static BoundaryRuleBook ReadRuleBook(string json) =>
        JsonSerializer.Deserialize(json, Members.Default.BoundaryRuleBook) ?? throw new JsonException("A book of rules is an object.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowOutOfOrderMetadataProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Operation))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(BoundaryRuleBook))]
internal sealed partial class Members : JsonSerializerContext;
