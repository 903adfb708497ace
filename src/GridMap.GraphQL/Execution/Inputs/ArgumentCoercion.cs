using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Execution.Inputs;

/// <summary>Argument values by name; a name that is missing was not given and has no default.</summary>
internal sealed class CoercedArguments() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>CoerceArgumentValues() of the specification, section 6.4.1.</summary>
internal static class ArgumentCoercion
{
    public static CoercedArguments Coerce(FieldDefinition field, FieldNode node, VariableValues variables, Source source)
    {
        var values = new CoercedArguments();
        foreach (var definition in field.Arguments.Values)
        {
            var given = node.Arguments.FirstOrDefault(argument => argument.Name.Value == definition.Name);
            if (IsGiven(given, definition, variables, node, source))
            {
                values.Add(definition.Name, ValueOf(given!.Value, definition, variables, source));
            }
            else if (definition.DefaultValue is not null)
            {
                values.Add(definition.Name, LiteralCoercion.Default(definition));
            }
        }

        return values;
    }

    public static bool HasVariables(ValueNode node) => node switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariables),
        ObjectValueNode fields => fields.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    private static bool IsGiven(ArgumentNode? given, InputValueDefinition definition, VariableValues variables, FieldNode node, Source source)
    {
        if (given is not null && (given.Value is not VariableNode variable || variables.ByName.ContainsKey(variable.Name.Value)))
            return true;

        if (!definition.IsRequired)
            return false;

        var required = $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was";
        throw given?.Value is VariableNode missing
            ? Invalid($"{required} provided the variable \"${missing.Name.Value}\" which was not provided a runtime value.", missing, source)
            : Invalid($"{required} not provided.", node, source);
    }

    private static object? ValueOf(ValueNode node, InputValueDefinition definition, VariableValues variables, Source source)
    {
        var isNull = node is NullValueNode || (node is VariableNode variable && variables.ByName.TryGetValue(variable.Name.Value, out var value) && value is null);
        if (isNull && definition.Type is NonNullType)
            throw Invalid($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", node, source);

        return LiteralCoercion.TryCoerce(node, definition.Type, variables.ByName, out var coerced)
            ? coerced
            : throw Invalid($"Argument \"{definition.Name}\" has invalid value {Printer.Print(node)}.", node, source);
    }

    private static GraphQLException Invalid(string message, SyntaxNode node, Source source) => new(GraphQLError.At(message, source, node) with
    {
        Extensions = new Dictionary<string, object?> { ["code"] = ErrorCodes.InvalidArgument },
    });
}
