using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>
/// Finds in almost linear time where fields of a document could be in conflict at all. Selections that may meet in one object are put into
/// one class: a fragment with everything that spreads it, and the selections of fields that have one response name in one class
/// (a congruence closure by union-find). If all fields of each class agree, no two fields are in conflict. If some do not, they may still
/// never meet; that is left to <see cref="FieldConflicts"/>, which needs to look at nothing but these.
/// </summary>
internal sealed class SelectionClasses
{
    private readonly ValidationContext _context;

    /// <summary>Towards the class that each class has become part of; itself if none.</summary>
    private readonly List<int> _parents = [];

    private readonly List<Dictionary<string, FieldClass>> _fields = [];

    private readonly Dictionary<SelectionSetNode, int> _classes = [];

    private readonly Queue<(int Left, int Right)> _unions = [];

    private readonly HashSet<int> _suspects;

    public SelectionClasses(ValidationContext context)
    {
        _context = context;
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is ExecutableDefinitionNode executable)
                Add(executable.SelectionSet, _context.TypeOf(executable), ClassOf(executable.SelectionSet));
        }

        _suspects = FindSuspects();
    }

    /// <summary>How many selections were taken up or moved.</summary>
    public int Steps { get; private set; }

    public bool HasSuspects => _suspects.Count > 0;

    /// <summary>Whether fields of a selection set of an operation, a fragment or a field might be in conflict.</summary>
    public bool IsSuspect(SelectionSetNode selectionSet) => _suspects.Contains(Root(_classes[selectionSet]));

    public bool IsSuspect(SelectionSetNode selectionSet, string responseName) =>
        _fields[Root(_classes[selectionSet])][responseName].IsSuspect;

    private int ClassOf(SelectionSetNode selectionSet)
    {
        if (_classes.TryGetValue(selectionSet, out var known))
            return known;

        _parents.Add(_parents.Count);
        _fields.Add(new(StringComparer.Ordinal));
        return _classes[selectionSet] = _parents.Count - 1;
    }

    private int Root(int member)
    {
        while (_parents[member] != member)
            member = _parents[member] = _parents[_parents[member]];

        return member;
    }

    private void Add(SelectionSetNode selectionSet, CompositeType? parent, int member)
    {
        foreach (var selection in selectionSet.Selections)
        {
            Steps++;
            if (selection is FieldNode field)
                Add(new FieldUse(field, parent), member);
            else if (selection is InlineFragmentNode inline)
                Add(inline.SelectionSet, _context.TypeWithin(inline, parent), member);
            else if (_context.Facts.FindFragment(((FragmentSpreadNode)selection).Name.Value) is { } fragment)
                Unite(member, ClassOf(fragment.SelectionSet));
        }
    }

    private void Add(FieldUse field, int member)
    {
        var selections = FieldClass.NoSelections;
        if (field.Node.SelectionSet is { } selectionSet)
        {
            selections = ClassOf(selectionSet);
            Add(selectionSet, field.SelectionType, selections);
        }

        Absorb(Root(member), field.Node.ResponseName, new(field, selections));
        UniteWaiting();
    }

    private void Unite(int left, int right)
    {
        _unions.Enqueue((left, right));
        UniteWaiting();
    }

    /// <summary>The smaller class goes into the larger, so that no field is moved more often than the logarithm of their number.</summary>
    private void UniteWaiting()
    {
        while (_unions.TryDequeue(out var union))
        {
            var (smaller, larger) = (Root(union.Left), Root(union.Right));
            if (smaller == larger)
                continue;

            if (_fields[smaller].Count > _fields[larger].Count)
                (smaller, larger) = (larger, smaller);

            _parents[smaller] = larger;
            foreach (var (name, fields) in _fields[smaller])
                Absorb(larger, name, fields);

            _fields[smaller].Clear();
        }
    }

    private void Absorb(int root, string name, FieldClass fields)
    {
        Steps++;
        if (!_fields[root].TryAdd(name, fields) && _fields[root][name] is var known && known.Absorb(fields))
            _unions.Enqueue((known.Selections, fields.Selections));
    }

    /// <summary>The classes with suspect fields: those found so, and all fields and classes above them.</summary>
    private HashSet<int> FindSuspects()
    {
        var suspects = new HashSet<int>();
        for (var root = 0; root < _fields.Count; root++)
        {
            if (_fields[root].Values.Any(fields => fields.IsSuspect))
                suspects.Add(root);
        }

        if (suspects.Count > 0)
            Spread(suspects);

        return suspects;
    }

    private void Spread(HashSet<int> suspects)
    {
        var above = FieldsBySelections();
        var waiting = new Stack<int>(suspects);
        while (waiting.TryPop(out var root))
        {
            foreach (var (holder, fields) in above[root])
            {
                fields.IsSuspect = true;
                if (suspects.Add(holder))
                    waiting.Push(holder);
            }
        }
    }

    private ILookup<int, (int Holder, FieldClass Fields)> FieldsBySelections() => _fields
        .SelectMany((fields, holder) => fields.Values.Select(field => (Holder: holder, Fields: field)))
        .Where(field => field.Fields.Selections != FieldClass.NoSelections)
        .ToLookup(field => Root(field.Fields.Selections));
}
