using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;

namespace GridMap.Platform.Live;

/// <summary>
/// Follows one topic for one subscriber: what was missed behind its cursor, then facts as they come, each with a cursor of its own.
/// Without a cursor, or with one the log no longer reaches, the first news is that the present state has to be read.
/// </summary>
public sealed class FollowFacts(
    LiveFeed feed, LiveTopics topics, MissedChanges missedChanges, KnownCallers known, CurrentAreas areas, TimeProvider clock, LiveMeters meters)
{
    private static readonly Refusal CursorMalformed = new(
        "CURSOR_MALFORMED", "Send the cursor as an event gave it, or none.", "游标无效：请原样使用事件返回的游标，或不传。");

    /// <summary>
    /// Opens the mailbox; with an area, for the facts within it. The stream ends with an error when the subscriber may no longer hear what it could when it began.
    /// </summary>
    public async Task<Result<FactStream>> RunAsync(
        string topic, int? within, string? cursor, Credential credential, CancellationToken cancellationToken)
    {
        if (cursor is not null && !ChangeCursor.TryParse(cursor, out _))
        {
            return CursorMalformed;
        }

        var selection = topics.Select([topic]);
        if (selection.Refusal is { } unknown)
        {
            return unknown;
        }

        await feed.Started.WaitAsync(cancellationToken);
        var caller = await known.FindAsync(credential, cancellationToken) ?? Caller.Anonymous;
        var access = new LiveAccess(credential, topics.AudienceOf(caller, await areas.LoadAsync(cancellationToken)), topics, known, areas, clock);
        var subscriber = $"facts-{Guid.NewGuid():N}";
        var joined = feed.Join(subscriber, new LiveInterest(selection.Value, access.Audience), LiveWindow.Everywhere);
        if (joined.Refusal is { } full)
        {
            return full;
        }

        var news = StreamAsync(cursor, subscriber, joined.Value.Mailbox, joined.Value.Head, access, cancellationToken);
        return new FactStream(within is { } area ? news.Where((item, cancel) => IsWithinAsync(item, area, cancel)) : news);
    }

    private async ValueTask<bool> IsWithinAsync(FactNews news, int area, CancellationToken cancellationToken) =>
        news.Fact is not { } fact || (await areas.LoadAsync(cancellationToken)).PathOf(fact.GridId).Contains(area);

    private async IAsyncEnumerable<FactNews> StreamAsync(
        string? cursorText, string subscriber, Mailbox mailbox, ChangeCursor head, LiveAccess access, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            var (cursor, lost) = await missedChanges.FindStartAsync(cursorText, head, cancellationToken);
            while (lost is null && cursor.IsBefore(head))
            {
                (cursor, lost, var missed) = await missedChanges.ReadAsync(cursor, cancellationToken);
                foreach (var fact in missed?.FactsFor(mailbox.Interest) ?? [])
                {
                    yield return new FactNews(fact.Cursor, fact, null);
                }
            }

            if (lost is { } reason)
            {
                meters.Resynced(reason);
                cursor = head;
                yield return new FactNews(head, null, reason);
            }

            await foreach (var news in ListenAsync(mailbox, cursor, access, cancellationToken))
            {
                yield return news;
            }
        }
        finally
        {
            feed.Leave(subscriber);
        }
    }

    private async IAsyncEnumerable<FactNews> ListenAsync(
        Mailbox mailbox, ChangeCursor cursor, LiveAccess access, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await access.RequireAsync(cancellationToken);
            while (mailbox.TryTake(out var delivery))
            {
                foreach (var news in Open(delivery, mailbox.Interest, cursor))
                {
                    yield return news;
                }

                cursor = delivery.Lost is null && delivery.Head.IsBefore(cursor) ? cursor : delivery.Head;
            }

            await mailbox.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A batch that catching up has covered already is skipped.</summary>
    private IEnumerable<FactNews> Open(Delivery delivery, LiveInterest interest, ChangeCursor cursor)
    {
        if (delivery.Lost is { } reason)
        {
            meters.Resynced(reason);
            return [new FactNews(delivery.Head, null, reason)];
        }

        return cursor.IsBefore(delivery.Head)
            ? delivery.Batch!.FactsFor(interest).Where(fact => cursor.IsBefore(fact.Cursor)).Select(fact => new FactNews(fact.Cursor, fact, null))
            : [];
    }
}
