using GridMap.Core;
using GridMap.Core.Access;

namespace GridMap.Platform.Live;

/// <summary>Every topic that can be followed, each with a bit number.</summary>
public sealed class LiveTopics
{
    private readonly IReadOnlyList<LiveTopic> _topics;
    private readonly Dictionary<string, int> _bits;

    /// <param name="declared">A topic may be declared twice, by name and by the subject that loads it: the one that loads counts.</param>
    public LiveTopics(IEnumerable<LiveTopic> declared)
    {
        _topics = [.. declared.GroupBy(topic => topic.Name).Select(same => same.FirstOrDefault(topic => topic.Load is not null) ?? same.First())];
        if (_topics.Count > 64)
        {
            throw new InvalidOperationException("A selection has room for 64 topics.");
        }

        _bits = _topics.Index().ToDictionary(topic => topic.Item.Name, topic => topic.Index, StringComparer.Ordinal);
    }

    public int? FindBit(string name) => _bits.TryGetValue(name, out var bit) ? bit : null;

    public LoadCurrentState? FindLoader(string name) => FindBit(name) is { } bit ? _topics[bit].Load : null;

    /// <summary>What a caller may hear as areas stand now.</summary>
    public LiveAudience AudienceOf(Caller caller, AreaTree areas)
    {
        var scopes = _topics.Select((topic, bit) => (Bit: 1UL << bit, Scope: AccessRules.Scope(caller, topic.Needs, areas))).ToList();
        var whole = scopes.Where(topic => topic.Scope.IsEverywhere).Aggregate(0UL, (bits, topic) => bits | topic.Bit);
        var parts = scopes
            .Where(topic => !topic.Scope.IsEverywhere && !topic.Scope.IsNowhere)
            .GroupBy(topic => topic.Scope, (scope, topics) => new AudiencePart(scope, new TopicSelection(topics.Aggregate(0UL, (bits, topic) => bits | topic.Bit))));
        return new LiveAudience(new TopicSelection(whole), [.. parts], AccessRules.Scope(caller, Permission.SeePatrols, areas));
    }

    /// <summary>The selection of these names; null means all.</summary>
    public Result<TopicSelection> Select(IReadOnlyList<string?>? names)
    {
        if (names is null)
        {
            return TopicSelection.All;
        }

        var bits = 0UL;
        foreach (var name in names)
        {
            if (name is null || FindBit(name) is not { } bit)
            {
                return new Refusal(
                    "TOPIC_UNKNOWN",
                    $"Follow some of: {string.Join(' ', _bits.Keys)}.",
                    $"可订阅的主题：{string.Join('、', _bits.Keys)}。");
            }

            bits |= 1UL << bit;
        }

        return new TopicSelection(bits);
    }
}
