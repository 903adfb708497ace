namespace GridMap.Platform.Live;

/// <summary>That one thing changed; what it is now is for the one who hears it to load.</summary>
/// <param name="Cursor">Who has heard this and everything before goes on from here.</param>
public sealed record Fact(ChangeCursor Cursor, string Id, ChangeOperation Operation, int? GridId);

/// <summary>What a subscriber of one topic is told: a fact, or that facts were lost and the present state has to be read anew.</summary>
public readonly record struct FactNews(ChangeCursor Cursor, Fact? Fact, ResyncReason? Lost);

/// <summary>The news of one subscriber, pulled as fast as it can take them.</summary>
public sealed record FactStream(IAsyncEnumerable<FactNews> News);
