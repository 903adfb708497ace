using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Scalars and enums have no selections, all other types need some (specification, section 5.3.3).</summary>
internal sealed class ScalarLeafs(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.FieldEntered += Check;

    private void Check(FieldNode field, FieldSite site)
    {
        if (site.Definition is not { Type: var type })
            return;

        var name = field.Name.Value;
        if (type.Named is CompositeType)
        {
            if (field.SelectionSet is null)
                context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
        else if (field.SelectionSet is { } selectionSet)
        {
            context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
        }
    }
}
