using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Platform.Live;

/// <summary>
/// The socket of one connection, under SignalR's own. SignalR's frames pass through it; when the welcome has passed, the rest of the stream
/// is written here, in frames that are made once for all connections, and spares the way through SignalR's pipe and a second framing. On a bare
/// socket it spares the server's pipe too: a client that says something has read the answer to its upgrade, so that pipe is empty, and stays so.
/// </summary>
internal sealed class LiveSocket(Stream inner, BareSocket? bare = null) : PassingStream(inner)
{
    private const byte Final = 0x80;
    private const byte Operation = 0x0f;
    private const byte Binary = 2;
    private const byte Closing = 8;

    // A welcome that does not pass by then is not recognised, and SignalR goes on writing.
    private static readonly TimeSpan WelcomePasses = TimeSpan.FromSeconds(10);

    private static readonly byte[] BeforeId = Encoding.ASCII.GetBytes("{\"type\":2,\"invocationId\":\"");
    private static readonly byte[] AfterId = Encoding.ASCII.GetBytes("\",\"item\":{\"kind\":\"welcome\"");

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource<string?> _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasHeard;
    private bool _usesPipe = bare is null;
    private bool _isInsideMessage;
    private bool _isClosed;

    /// <summary>The id of the stream, when its welcome has been written to the socket; null for a client of another protocol, for which SignalR writes everything.</summary>
    public async Task<string?> FindStreamAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _welcomed.Task.WaitAsync(WelcomePasses, cancellationToken);
        }
        catch (TimeoutException)
        {
            _welcomed.TrySetResult(null);
            return null;
        }
    }

    /// <summary>Writes a frame of the stream, between the messages of SignalR.</summary>
    public async ValueTask SendAsync(LiveFrame frame, string streamId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_isClosed)
            {
                await PutAsync(frame.OnSocket(streamId), cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _usesPipe || _hasHeard ? Inner.ReadAsync(buffer, cancellationToken) : HearAsync(buffer, cancellationToken);

    /// <summary>A whole frame of SignalR's. A message of several frames keeps the turn until its last.</summary>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_isInsideMessage)
        {
            await _turn.WaitAsync(cancellationToken);
        }

        try
        {
            await PutAsync(buffer, cancellationToken);
            Pass(buffer.Span);
        }
        catch
        {
            _isInsideMessage = false;
            _isClosed = true;
            throw;
        }
        finally
        {
            if (!_isInsideMessage)
            {
                _turn.Release();
            }
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => _usesPipe ? FlushPipeAsync(cancellationToken) : Task.CompletedTask;

    private async Task FlushPipeAsync(CancellationToken cancellationToken)
    {
        var isOurs = !_isInsideMessage;
        if (isOurs)
        {
            await _turn.WaitAsync(cancellationToken);
        }

        try
        {
            await Inner.FlushAsync(cancellationToken);
        }
        finally
        {
            _ = isOurs ? _turn.Release() : 0;
        }
    }

    private async ValueTask<int> HearAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var bytes = await Inner.ReadAsync(buffer, cancellationToken);
        _hasHeard |= bytes > 0;
        return bytes;
    }

    /// <summary>All of a connection goes one way: what is once in the server's pipe must not be overtaken.</summary>
    private ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _usesPipe |= !_hasHeard;
        return _usesPipe ? Inner.WriteAsync(bytes, cancellationToken) : bare!.SendAsync(bytes);
    }

    private void Pass(ReadOnlySpan<byte> frame)
    {
        var operation = frame[0] & Operation;
        _isClosed |= operation == Closing;
        if (operation < Closing)
        {
            _isInsideMessage = (frame[0] & Final) == 0;
        }

        if (!_welcomed.Task.IsCompleted)
        {
            LookForWelcome(frame);
        }
    }

    private void LookForWelcome(ReadOnlySpan<byte> frame)
    {
        var end = frame.IndexOf(AfterId);
        var start = end < 0 ? -1 : frame[..end].LastIndexOf(BeforeId);
        if (start >= 0)
        {
            var id = Encoding.UTF8.GetString(frame[(start + BeforeId.Length)..end]);
            _welcomed.TrySetResult(frame[0] == (Final | Binary) && !id.Contains('\\', StringComparison.Ordinal) ? id : null);
        }
    }

    /// <summary>Puts a socket of this kind under whoever upgrades the request.</summary>
    public sealed class Upgrade(IHttpUpgradeFeature inner, BareSocket? bare) : IHttpUpgradeFeature
    {
        public LiveSocket? Socket { get; private set; }

        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => Socket = new LiveSocket(await inner.UpgradeAsync(), bare);
    }
}
