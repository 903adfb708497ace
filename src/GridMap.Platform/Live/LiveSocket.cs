using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Platform.Live;

/// <summary>
/// The socket of one connection, under SignalR's own. SignalR's frames pass through it; when the welcome has passed, the rest of the stream
/// is written here, in frames that are made once for all connections, and spares the way through SignalR's pipe and a second framing.
/// </summary>
internal sealed class LiveSocket(Stream inner) : PassingStream(inner)
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
                await Inner.WriteAsync(frame.OnSocket(streamId), cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A whole frame of SignalR's. A message of several frames keeps the turn until its last.</summary>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_isInsideMessage)
        {
            await _turn.WaitAsync(cancellationToken);
        }

        try
        {
            await Inner.WriteAsync(buffer, cancellationToken);
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

    public override async Task FlushAsync(CancellationToken cancellationToken)
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
    public sealed class Upgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
    {
        public LiveSocket? Socket { get; private set; }

        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => Socket = new LiveSocket(await inner.UpgradeAsync());
    }
}
