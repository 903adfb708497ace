namespace GridMap.Platform.Tiles;

/// <summary>The place of one tile in the cache, from the first request for it on: being made, made, or gone.</summary>
internal sealed class TileSlot(ulong key)
{
    private volatile bool _wasRead;

    public ulong Key { get; } = key;

    public LinkedListNode<TileSlot>? Node { get; set; }

    /// <summary>Set under the cache's lock when the slot was evicted or invalidated; what its maker brings is then not kept.</summary>
    public bool IsGone { get; set; }

    public TaskCompletionSource<Tile> Made { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Tile? Tile { get; set; }

    public bool WasRead => _wasRead;

    // Written only when it changes: a flag many cores read must stay in their caches.
    public void MarkRead()
    {
        if (!_wasRead)
        {
            _wasRead = true;
        }
    }

    public void ForgetReading() => _wasRead = false;
}
