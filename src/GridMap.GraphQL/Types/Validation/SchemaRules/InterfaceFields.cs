using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>
/// A type has the fields of the interfaces it implements, with their arguments and a type at least as narrow
/// (specification, section 3.6, IsValidImplementation).
/// </summary>
internal static class InterfaceFields
{
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types.OfType<FieldsType>())
        {
            foreach (var contract in type.Interfaces.Where(contract => contract != type))
                Check(context, type, contract);
        }
    }

    private static void Check(SchemaContext context, FieldsType type, InterfaceType contract)
    {
        foreach (var expected in contract.Fields.Values)
        {
            if (type.Fields.TryGetValue(expected.Name, out var field))
                Check(context, new Member(type, field), new Member(contract, expected));
            else
                context.Report($"Interface field {contract}.{expected.Name} expected but {type} does not provide it.", [expected.Node, .. type.Nodes]);
        }
    }

    private static void Check(SchemaContext context, Member field, Member expected)
    {
        if (!Subtypes.IsSubtype(field.Definition.Type, expected.Definition.Type))
        {
            context.Report(
                $"Interface field {expected} expects type {expected.Definition.Type} but {field} is type {field.Definition.Type}.",
                expected.Definition.Node?.Type,
                field.Definition.Node?.Type);
        }

        CheckArguments(context, field, expected);
        if (field.Definition.DeprecationReason is not null && expected.Definition.DeprecationReason is null)
        {
            context.Report(
                $"Interface field {expected} is not deprecated, so implementation field {field} must not be deprecated.",
                AppliedDirectives.Find(field.Definition.Directives, "deprecated"),
                field.Definition.Node?.Type);
        }
    }

    private static void CheckArguments(SchemaContext context, Member field, Member expected)
    {
        foreach (var argument in expected.Definition.Arguments.Values)
        {
            var name = $"({argument.Name}:)";
            var message = $"Interface field argument {expected}{name} expect";
            if (!field.Definition.Arguments.TryGetValue(argument.Name, out var own))
                context.Report($"{message}ed but {field} does not provide it.", argument.Node, field.Definition.Node);
            else if (!Subtypes.AreEqual(own.Type, argument.Type))
                context.Report($"{message}s type {argument.Type} but {field}{name} is type {own.Type}.", argument.Node?.Type, own.Node?.Type);
        }

        foreach (var own in field.Definition.Arguments.Values.Where(own => own.IsRequired && !expected.Definition.Arguments.ContainsKey(own.Name)))
        {
            context.Report(
                $"Object field {field} includes required argument {own.Name} that is missing from the Interface field {expected}.",
                own.Node,
                expected.Definition.Node);
        }
    }

    private sealed record Member(FieldsType Type, FieldDefinition Definition)
    {
        public override string ToString() => $"{Type}.{Definition.Name}";
    }
}
