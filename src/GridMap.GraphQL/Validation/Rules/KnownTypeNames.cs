using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Type conditions and variables name types of the schema (specification, sections 5.5.1.2 and 5.8.2).</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.TypeNameEntered += Check;

    private void Check(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!context.Schema.Types.ContainsKey(name))
            context.Report($"Unknown type \"{name}\".{context.DidYouMean(name, context.Schema.Types.Keys)}", type);
    }
}
