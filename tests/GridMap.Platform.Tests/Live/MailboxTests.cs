using System.Text;
using GridMap.Core.Access;
using GridMap.Platform.Live;

namespace GridMap.Platform.Tests.Live;

public sealed class MailboxTests
{
    private static readonly Guid Epoch = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly LiveOptions Options = new() { MailboxBatches = 4, MailboxBytes = 1_000 };

    [Fact]
    public void Batches_come_out_in_the_order_they_went_in_and_once()
    {
        var mailbox = Open();
        mailbox.Offer(Batch(1));
        mailbox.Offer(Batch(2));
        Assert.Equal([1UL, 2UL], Drain(mailbox).Select(delivery => delivery.Head.TransactionId));
        Assert.False(mailbox.TryTake(out _));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(2, 600)]
    public void Too_many_or_too_large_batches_become_one_resync_at_the_newest_cursor(int count, int bytes)
    {
        var mailbox = Open();
        for (var xid = 1; xid <= count + 3; xid++)
        {
            mailbox.Offer(Batch((ulong)xid, bytes));
        }

        var delivery = Assert.Single(Drain(mailbox));
        Assert.Equal(ResyncReason.SlowClient, delivery.Lost);
        Assert.Equal((ulong)count + 3, delivery.Head.TransactionId);
    }

    [Fact]
    public void After_a_resync_facts_go_on_from_its_cursor()
    {
        var mailbox = Open();
        for (var xid = 1UL; xid <= 10; xid++)
        {
            mailbox.Offer(Batch(xid));
        }

        Assert.Equal(10UL, Assert.Single(Drain(mailbox)).Head.TransactionId);
        mailbox.Offer(Batch(11));
        Assert.Equal(11UL, Assert.Single(Drain(mailbox)).Batch!.End.TransactionId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_pace_a_client_knows_of_every_batch_or_was_told_that_it_missed_some(int seed)
    {
        var random = new Random(seed);
        var mailbox = Open();
        var known = 0UL;
        for (var xid = 1UL; xid <= 500; xid++)
        {
            mailbox.Offer(Batch(xid));
            if (random.Next(3) == 0)
            {
                foreach (var delivery in Drain(mailbox))
                {
                    Assert.True(delivery.Lost is not null || delivery.Head.TransactionId == known + 1, $"{known} → {delivery.Head.TransactionId}");
                    known = delivery.Head.TransactionId;
                }
            }
        }

        Drain(mailbox).ForEach(delivery => known = delivery.Head.TransactionId);
        Assert.Equal(500UL, known);
    }

    [Fact]
    public async Task Ringing_often_wakes_once()
    {
        var mailbox = Open();
        mailbox.Ring();
        mailbox.Ring();
        await mailbox.WaitAsync(CancellationToken.None);
        var second = mailbox.WaitAsync(CancellationToken.None);
        Assert.False(second.IsCompleted, "One waking was two.");
        mailbox.Ring();
        await second;
    }

    [Fact]
    public async Task Whoever_is_woken_after_the_end_sees_that_it_is_over()
    {
        var mailbox = Open();
        using var over = new CancellationTokenSource();
        var waiting = mailbox.WaitAsync(over.Token);
        await over.CancelAsync();
        mailbox.Ring();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(waiting.AsTask);
    }

    [Fact]
    public async Task Whoever_is_rung_here_goes_on_in_the_thread_that_rings_until_it_waits_again()
    {
        var (mailbox, wakings) = (Open(), new List<int>());
        // Without the context of tests, which gives every step to a thread of its own choice.
        await Task.Run(() =>
        {
            _ = LookAsync();
            mailbox.RingHere();
            mailbox.RingHere();
            Assert.Equal([Environment.CurrentManagedThreadId, Environment.CurrentManagedThreadId], wakings);
        });

        async Task LookAsync()
        {
            while (true)
            {
                await mailbox.WaitAsync(CancellationToken.None);
                wakings.Add(Environment.CurrentManagedThreadId);
            }
        }
    }

    [Fact]
    public async Task A_turn_spares_the_waking_until_it_says_that_there_is_more_to_do()
    {
        var (mailbox, turns) = (Open(), 0);
        var waiting = mailbox.WaitForRingAsync(() => ++turns < 3).AsTask();
        mailbox.RingHere();
        mailbox.RingHere();
        Assert.Equal(2, turns);
        Assert.False(waiting.IsCompleted, "It was woken for nothing.");
        mailbox.RingHere();
        await waiting;
        Assert.Equal(3, turns);
    }

    [Fact]
    public async Task A_ring_during_a_turn_wakes_whoever_waits()
    {
        var mailbox = Open();
        var waiting = mailbox.WaitForRingAsync(() =>
        {
            mailbox.Ring();
            return true;
        }).AsTask();
        mailbox.RingHere();
        await waiting;
        var again = mailbox.WaitForRingAsync();
        Assert.False(again.IsCompleted, "One ring woke twice.");
    }

    [Fact]
    public async Task A_turn_that_fails_is_told_to_whoever_waits_and_not_to_who_rings()
    {
        var mailbox = Open();
        var waiting = mailbox.WaitForRingAsync(() => throw new InvalidOperationException("turn")).AsTask();
        mailbox.RingHere();
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
    }

    [Fact]
    public async Task Whatever_is_rung_from_other_threads_between_turns_is_seen()
    {
        const int Rings = 20_000;
        var (mailbox, told, seen) = (Open(), 0, 0);
        using var over = new CancellationTokenSource();
        var ticking = Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
            {
                mailbox.RingHere();
            }
        });
        var telling = Task.Run(() =>
        {
            for (var ring = 0; ring < Rings; ring++)
            {
                Interlocked.Increment(ref told);
                mailbox.Ring();
            }
        });
        while (seen < Rings)
        {
            // As a session does: a turn that finds nothing new waits on.
            await mailbox.WaitForRingAsync(() => Volatile.Read(ref told) == seen);
            seen = Volatile.Read(ref told);
        }

        await over.CancelAsync();
        await Task.WhenAll(ticking, telling);
    }

    [Fact]
    public void A_batch_shows_each_connection_its_topics_only_and_encodes_a_selection_once()
    {
        var batch = new ChangeBatch(new ChangeCursor(Epoch, 9, 9), [new(0, null, "{\"topic\":\"a\"}"u8.ToArray()), new(1, null, "{\"topic\":\"b\"}"u8.ToArray())]);
        Assert.Null(batch.FrameFor(Topic(5)));
        var one = batch.FrameFor(Topic(1));
        Assert.Equal(
            """{"kind":"changes","cursor":"00000000000000000000000000000001.9.9","items":[{"topic":"b"}]}""", Encoding.UTF8.GetString(one!.Json.Span));
        Assert.Same(one, batch.FrameFor(Topic(1)));
    }

    [Fact]
    public void A_batch_shows_each_connection_its_grids_only_and_encodes_the_same_grids_once()
    {
        var batch = new ChangeBatch(
            new ChangeCursor(Epoch, 9, 9), [new(0, 11, "{\"id\":\"in\"}"u8.ToArray()), new(0, 12, "{\"id\":\"out\"}"u8.ToArray()), new(0, null, "{\"id\":\"nowhere\"}"u8.ToArray())]);
        var scope = GridScope.Of([11]);
        var seen = batch.FrameFor(new LiveInterest(TopicSelection.All, Audience(scope)));
        Assert.Equal(
            """{"kind":"changes","cursor":"00000000000000000000000000000001.9.9","items":[{"id":"in"}]}""", Encoding.UTF8.GetString(seen!.Json.Span));
        Assert.Same(seen, batch.FrameFor(new LiveInterest(TopicSelection.All, Audience(scope))));
        Assert.Null(batch.FrameFor(new LiveInterest(TopicSelection.All, Audience(GridScope.Of([13])))));
        Assert.Null(batch.FrameFor(new LiveInterest(TopicSelection.All, new LiveAudience(default, [], GridScope.Nowhere))));
    }

    private static LiveAudience Audience(GridScope scope) => new(default, [new AudiencePart(scope, new TopicSelection(1))], scope);

    private static LiveInterest Topic(int bit) => LiveInterest.Everything with { Topics = new TopicSelection(1UL << bit) };

    private static Mailbox Open() => new(LiveInterest.Everything, LiveWindow.Everywhere, new ChangeCursor(Epoch, 0, 1), Options);

    private static ChangeBatch Batch(ulong xid, int bytes = 10) => new(new ChangeCursor(Epoch, xid, 1), [new(0, null, new byte[bytes])]);

    private static List<Delivery> Drain(Mailbox mailbox)
    {
        var deliveries = new List<Delivery>();
        while (mailbox.TryTake(out var delivery))
        {
            deliveries.Add(delivery);
        }

        return deliveries;
    }
}
