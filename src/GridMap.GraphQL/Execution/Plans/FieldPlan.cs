using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A field of a selection: everything about it that is the same for all requests and all objects.</summary>
internal abstract class FieldPlan(FieldShape shape)
{
    public FieldShape Shape { get; } = shape;

    public string ResponseName => Shape.ResponseName;

    /// <summary>What stands before the value: the brace or the comma and the name.</summary>
    public byte[] Prefix { get; protected init; } = PrefixOf(shape);

    public virtual bool IsDeferred => false;

    /// <summary>Its place among the asynchronous fields of its object.</summary>
    public int DeferredIndex { get; set; }

    /// <summary>What is selected of its value, by object type.</summary>
    public virtual IEnumerable<ObjectPlan> Selections => [];

    /// <summary>Writes the value; false where it may not be null and is.</summary>
    public abstract bool Write(object? source, int block, ExecutionState state);

    public virtual void Resolve(object? source, int slot, ExecutionState state)
    {
    }

    private static byte[] PrefixOf(FieldShape shape) =>
        Encoding.UTF8.GetBytes((shape.IsFirst ? "{\"" : ",\"") + JsonEncodedText.Encode(shape.ResponseName) + "\":");
}

/// <summary>`__typename`: the same for every object of a type.</summary>
internal sealed class TypeNamePlan : FieldPlan
{
    public TypeNamePlan(FieldShape shape)
        : base(shape)
    {
        Prefix = [.. Prefix, .. Encoding.UTF8.GetBytes($"\"{shape.Parent.Name}\"")];
    }

    public override bool Write(object? source, int block, ExecutionState state) => true;
}

/// <summary>Where a field stands: what plans are made from.</summary>
internal sealed record FieldShape(
    ObjectType Parent, FieldDefinition Definition, string ResponseName, IReadOnlyList<FieldNode> Nodes, bool IsFirst, Planner Planner)
{
    public bool IsNonNull { get; } = Definition.Type is NonNullType;
}
