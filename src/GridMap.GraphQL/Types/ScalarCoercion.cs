using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types;

/// <summary>How values of a scalar come in and go out (specification, section 3.5). A value that cannot be is a `CoercionException`.</summary>
public abstract class ScalarCoercion
{
    /// <summary>The .NET type that input values are given as; arguments of resolvers have it.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>Where the format is written down, unless the schema says so itself with `@specifiedBy`.</summary>
    public virtual string? SpecifiedBy => null;

    /// <summary>What the scalar is, unless the schema describes it itself.</summary>
    public virtual string? Description => null;

    /// <summary>Reads a variable's JSON value; never called with null.</summary>
    public abstract object ParseValue(JsonElement value);

    /// <summary>Reads a value from a document; never called with null or with a variable at the top.</summary>
    public abstract object ParseLiteral(ValueNode value);

    /// <summary>Writes a resolved value, never null.</summary>
    public abstract void Write(Utf8JsonWriter writer, object value);
}

/// <summary>A value that its type does not accept; the message is told to the client.</summary>
public sealed class CoercionException(string message) : Exception(message);
