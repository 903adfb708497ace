using System.Globalization;

namespace GridMap.Platform.Live;

/// <summary>That one thing changed; what it is now is for the one who hears it to load.</summary>
/// <param name="Cursor">Who has heard this and everything before goes on from here.</param>
public sealed record Fact(ChangeCursor Cursor, string Id, ChangeOperation Operation, int? GridId)
{
    /// <summary>The id of a thing that is numbered.</summary>
    public int Number => int.Parse(Id, CultureInfo.InvariantCulture);

    /// <summary>The id of a thing that is not numbered.</summary>
    public Guid Key => Guid.Parse(Id);
}

/// <summary>What a subscriber of one topic is told: a fact, or that facts were lost and the present state has to be read anew.</summary>
public readonly record struct FactNews(ChangeCursor Cursor, Fact? Fact, ResyncReason? Lost);

/// <summary>The news of one subscriber, pulled as fast as it can take them.</summary>
public sealed record FactStream(IAsyncEnumerable<FactNews> News)
{
    /// <summary>The news in the words of a subject: made of the cursor to go on from and of the fact, which is null when the present state has to be read anew.</summary>
    public IAsyncEnumerable<T> In<T>(Func<string, Fact?, T> words) => News.Select(news => words(news.Cursor.ToString(), news.Fact));
}
