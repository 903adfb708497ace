using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Execution.Inputs;

/// <summary>CoerceVariableValues() of the specification, section 6.1.2; every wrong variable is told.</summary>
internal sealed class VariableCoercion(Schema schema, Source source)
{
    private const int MostErrors = 50;

    private readonly List<GraphQLError> _errors = [];

    public bool TryCoerce(
        IReadOnlyList<VariableDefinitionNode> definitions,
        JsonElement? json,
        [NotNullWhen(true)] out VariableValues? variables,
        [NotNullWhen(false)] out IReadOnlyList<GraphQLError>? errors)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            Coerce(definition, json, values);
        }

        errors = _errors.Count == 0 ? null : _errors;
        variables = _errors.Count == 0 ? new VariableValues(values) : null;
        return variables is not null;
    }

    private void Coerce(VariableDefinitionNode definition, JsonElement? json, Dictionary<string, object?> values)
    {
        var name = definition.Variable.Name.Value;
        var type = schema.FindType(definition.Type) ?? throw new InvalidOperationException($"${name} has no type: the document was not validated.");
        if (json is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty(name, out var value))
        {
            CoerceMissing(definition, name, type, values);
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            Add(definition, $"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
            return;
        }

        values[name] = JsonCoercion.Coerce(value, type, (path, part, message) => Add(definition, name, path, part, message));
    }

    private void CoerceMissing(VariableDefinitionNode definition, string name, GraphQLType type, Dictionary<string, object?> values)
    {
        if (definition.DefaultValue is { } literal)
        {
            if (!LiteralCoercion.TryCoerce(literal, type, VariableValues.None.ByName, out var value))
                throw new InvalidOperationException($"The default of ${name} is not a {type}: the document was not validated.");

            values[name] = value;
            return;
        }

        if (type is NonNullType)
        {
            Add(definition, $"Variable \"${name}\" of required type \"{type}\" was not provided.");
        }
    }

    private void Add(VariableDefinitionNode definition, string name, IReadOnlyList<object> path, JsonElement part, string message)
    {
        var place = path.Count > 0 ? $" at \"{name}{string.Concat(path.Select(StepOf))}\"" : "";
        Add(definition, $"Variable \"${name}\" got invalid value {Inspection.Of(part)}{place}; {message}");
    }

    private static string StepOf(object step) => step is string field ? $".{field}" : string.Create(CultureInfo.InvariantCulture, $"[{step}]");

    private void Add(VariableDefinitionNode definition, string message)
    {
        if (_errors.Count > MostErrors)
            return;

        _errors.Add(_errors.Count == MostErrors
            ? Coded(new("Too many errors processing variables, error limit reached. Execution aborted."))
            : Coded(GraphQLError.At(message, source, definition)));
    }

    private static GraphQLError Coded(GraphQLError error) =>
        error with { Extensions = new Dictionary<string, object?> { ["code"] = ErrorCodes.InvalidVariable } };
}
