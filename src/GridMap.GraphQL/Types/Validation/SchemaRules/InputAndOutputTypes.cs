namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>Fields have output types; arguments and fields of input objects have input types (specification, section 3.4.2).</summary>
internal static class InputAndOutputTypes
{
    public static void Check(SchemaContext context)
    {
        foreach (var (name, _, value) in context.InputPositions.Where(position => !position.Value.Type.IsInput))
            context.Report($"The type of {name} must be Input Type but got: {value.Type}.", name.StartsWith('@') ? value.Node : value.Node?.Type);

        foreach (var type in context.Types.OfType<FieldsType>())
        {
            foreach (var field in type.Fields.Values.Where(field => !field.Type.IsOutput))
                context.Report($"The type of {type.Name}.{field.Name} must be Output Type but got: {field.Type}.", field.Node?.Type);
        }
    }
}
