using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>Names do not begin with two underscores (specification, section 2.1.10).</summary>
internal static class ReservedNames
{
    public static void Check(SchemaContext context)
    {
        foreach (var directive in context.Directives)
            Check(context, directive.Name, directive.Node);

        foreach (var type in context.Types)
        {
            Check(context, type.Name, type.Nodes is [var definition, ..] ? definition : null);
            CheckMembers(context, type);
        }

        foreach (var position in context.InputPositions)
            Check(context, position.Value.Name, position.Value.Node);
    }

    private static void CheckMembers(SchemaContext context, NamedType type)
    {
        if (type is FieldsType fields)
        {
            foreach (var field in fields.Fields.Values)
                Check(context, field.Name, field.Node);
        }
        else if (type is EnumType values)
        {
            foreach (var value in values.Values.Values)
                Check(context, value.Name, value.Node);
        }
    }

    private static void Check(SchemaContext context, string name, SyntaxNode? node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            context.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }
}
