using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>All fields with one response name in a class of selections, told by the first of them until one differs.</summary>
internal sealed class FieldClass(FieldUse first, int selections)
{
    /// <summary>The class of the fields' own selections, if they have any.</summary>
    public const int NoSelections = -1;

    /// <summary>The first of the fields whose type is known, else the first.</summary>
    private FieldUse _first = first;

    public int Selections { get; private set; } = selections;

    /// <summary>Some two fields, here or below, might be in conflict.</summary>
    public bool IsSuspect { get; set; }

    /// <summary>Takes in the fields of another; true if both have selections, whose classes are then to become one.</summary>
    public bool Absorb(FieldClass other)
    {
        IsSuspect |= other.IsSuspect || !_first.IsSameField(other._first) || FieldUse.AreTypesInConflict(_first.Type, other._first.Type);
        if (_first.Type is null)
            _first = other._first;

        if (Selections != NoSelections)
            return other.Selections != NoSelections;

        Selections = other.Selections;
        return false;
    }
}
