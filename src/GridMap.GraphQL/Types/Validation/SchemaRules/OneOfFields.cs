namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>The fields of a OneOf input object may be left out: nullable, without a default (specification, section 3.10.1).</summary>
internal static class OneOfFields
{
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types.OfType<InputObjectType>().Where(type => type.IsOneOf))
        {
            foreach (var field in type.Fields.Values)
            {
                if (field.Type is NonNullType)
                    context.Report($"OneOf input field {type}.{field.Name} must be nullable.", field.Node?.Type);

                if (field.DefaultValue is not null)
                    context.Report($"OneOf input field {type}.{field.Name} cannot have a default value.", field.Node);
            }
        }
    }
}
