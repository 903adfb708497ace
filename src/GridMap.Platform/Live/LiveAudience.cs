using GridMap.Core.Access;

namespace GridMap.Platform.Live;

/// <summary>Topics that are heard only of some grids.</summary>
public readonly record struct AudiencePart(GridScope Scope, TopicSelection Topics);

/// <summary>What a connection may hear: some topics whole, some only of its grids, and the positions of the patrols of its grids.</summary>
public sealed class LiveAudience(TopicSelection whole, IReadOnlyList<AudiencePart> parts, GridScope positions) : IEquatable<LiveAudience>
{
    private readonly IReadOnlyList<AudiencePart> _parts = parts;

    public static LiveAudience Everything { get; } = new(TopicSelection.All, [], GridScope.Everywhere);

    public TopicSelection Whole { get; } = whole;

    /// <summary>The topics it hears only in part.</summary>
    public TopicSelection InPart { get; } = new(parts.Aggregate(0UL, (bits, part) => bits | part.Topics.Bits));

    public GridScope Positions { get; } = positions;

    public bool Hears(int topic, int? gridId)
    {
        if (Whole.Contains(topic))
        {
            return true;
        }

        foreach (var part in _parts)
        {
            if (part.Topics.Contains(topic) && part.Scope.Contains(gridId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both hear the same; the tree of areas gives one object for the same grids.</summary>
    public bool Equals(LiveAudience? other) => other is not null && Whole == other.Whole && Positions == other.Positions && _parts.SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as LiveAudience);

    public override int GetHashCode() => HashCode.Combine(Whole, InPart, Positions);

    /// <summary>Whether both hear the same, even when areas were loaded anew in between.</summary>
    public bool Covers(LiveAudience other) =>
        Whole == other.Whole
        && Positions.Covers(other.Positions)
        && _parts.Count == other._parts.Count
        && _parts.Zip(other._parts).All(pair => pair.First.Topics == pair.Second.Topics && pair.First.Scope.Covers(pair.Second.Scope));
}
