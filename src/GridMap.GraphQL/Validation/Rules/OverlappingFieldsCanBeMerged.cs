using GridMap.GraphQL.Language;
using GridMap.GraphQL.Validation.FieldMerging;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name that can meet in one object are the same field with the same arguments, and those that can not meet
/// have values of one shape (specification, section 5.3.2). Almost all documents are found good in almost linear time;
/// only what then is suspect is compared field by field, for the verdict and for what the message tells.
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : ValidationRule
{
    private WalkEvents? _events;

    public override void Listen(WalkEvents events)
    {
        _events = events;
        events.DocumentEntered += Classify;
    }

    private void Classify(DocumentNode document)
    {
        var classes = new SelectionClasses(context);
        if (!classes.HasSuspects)
            return;

        var conflicts = new FieldConflicts(context, classes);
        _events!.SelectionSetEntered += (selectionSet, site) =>
        {
            if (classes.IsSuspect(selectionSet))
                conflicts.FindWithin(selectionSet, site.Parent, Report);
        };
    }

    private void Report(FieldConflict conflict) => context.Report(conflict.Message, [.. conflict.Left, .. conflict.Right]);
}
