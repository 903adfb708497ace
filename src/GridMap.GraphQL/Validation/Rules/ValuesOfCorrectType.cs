using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>
/// Values are of the types expected where they stand; input objects have the fields they need and no others
/// (specification, sections 5.6.1, 5.6.2 and 5.6.4; exactly one field of a OneOf type, section 3.10.1).
/// </summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule
{
    /// <summary>A list or an object already found wrong: what is in it is not judged.</summary>
    private ValueNode? _wrong;

    public override void Listen(WalkEvents events)
    {
        events.ValueEntered += Check;
        events.ObjectFieldEntered += CheckField;
        events.ValueLeft += Leave;
    }

    private void Leave(ValueNode value)
    {
        if (_wrong == value)
            _wrong = null;
    }

    private void Check(ValueNode value, ValueSite site)
    {
        if (_wrong is not null || site.Type is not { } type)
            return;

        switch (value)
        {
            case NullValueNode when type is NonNullType:
                ReportUnexpected(value, type);
                break;
            case NullValueNode:
            case ListValueNode when type.Nullable is ListType:
                break;
            case ListValueNode:
                CheckLeaf(value, type.Nullable);
                _wrong = value;
                break;
            case ObjectValueNode fields when type.Named is InputObjectType inputObject:
                CheckObject(fields, inputObject);
                break;
            case ObjectValueNode:
                CheckLeaf(value, type);
                _wrong = value;
                break;
            default:
                CheckLeaf(value, type);
                break;
        }
    }

    private void CheckLeaf(ValueNode value, GraphQLType type)
    {
        if (type.Named is ScalarType scalar)
            CheckScalar(value, scalar);
        else if (type.Named is EnumType enumeration)
            CheckEnum(value, enumeration);
        else
            ReportUnexpected(value, type);
    }

    private void CheckScalar(ValueNode value, ScalarType type)
    {
        try
        {
            type.Coercion.ParseLiteral(value);
        }
        catch (CoercionException refused)
        {
            context.Report(refused.Message, value);
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        if (value is not EnumValueNode)
        {
            var text = Printer.Print(value);
            context.Report($"Enum \"{type}\" cannot represent non-enum value: {text}.{DidYouMeanValue(text, type)}", value);
        }
        else if (value is EnumValueNode { Value: var name } && !type.Values.ContainsKey(name))
        {
            context.Report($"Value \"{name}\" does not exist in \"{type}\" enum.{DidYouMeanValue(name, type)}", value);
        }
    }

    private string DidYouMeanValue(string text, EnumType type) => context.DidYouMean("the enum value", text, type.Values.Keys);

    private void ReportUnexpected(ValueNode value, GraphQLType type) =>
        context.Report($"Expected value of type \"{type}\", found {Printer.Print(value)}.", value);

    private void CheckObject(ObjectValueNode value, InputObjectType type)
    {
        var given = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
            given[field.Name.Value] = field;

        foreach (var field in type.Fields.Values)
        {
            if (field.IsRequired && !given.ContainsKey(field.Name))
                context.Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", value);
        }

        if (type.IsOneOf)
            CheckOneOf(value, type, given);
    }

    private void CheckOneOf(ObjectValueNode value, InputObjectType type, Dictionary<string, ObjectFieldNode> given)
    {
        if (given.Count != 1)
            context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", value);
        else if (given.Values.Single() is { Value: NullValueNode, Name.Value: var name })
            context.Report($"Field \"{type}.{name}\" must be non-null.", value);
    }

    private void CheckField(ObjectFieldNode field, ObjectFieldSite site)
    {
        if (_wrong is not null || site is not { Owner: { } type, Definition: null })
            return;

        var name = field.Name.Value;
        context.Report($"Field \"{name}\" is not defined by type \"{type}\".{context.DidYouMean(name, type.Fields.Keys)}", field);
    }
}
