namespace GridMap.Platform.Live;

/// <summary>What a connection asked to hear, and what of it it may.</summary>
public readonly record struct LiveInterest(TopicSelection Topics, LiveAudience Audience)
{
    public static LiveInterest Everything { get; } = new(TopicSelection.All, LiveAudience.Everything);

    public bool Hears(int topic, int? gridId) => Topics.Contains(topic) && Audience.Hears(topic, gridId);

    /// <summary>The same for what a batch really has: interests that differ only in other topics share its frame.</summary>
    public LiveInterest Within(ulong present)
    {
        var topics = Topics.Bits & present & (Audience.Whole.Bits | Audience.InPart.Bits);
        return new LiveInterest(new TopicSelection(topics), (topics & ~Audience.Whole.Bits) == 0 ? LiveAudience.Everything : Audience);
    }
}
