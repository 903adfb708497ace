using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GridMap.Platform.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Platform.Tests.Live;

/// <summary>One connection to a real server: a client's socket here, and there what SignalR and a session write to.</summary>
public sealed class LiveConnection : IAsyncDisposable
{
    private const string Name = "CN=localhost";

    private readonly WebApplication _app;
    private readonly TcpClient _tcp = new() { NoDelay = true };
    private readonly TaskCompletionSource<(LiveSocket, WebSocket, HttpContext)> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveConnection(WebApplication app) => _app = app;

    internal LiveSocket Socket { get; private set; } = null!;

    /// <summary>What stands in for SignalR.</summary>
    public WebSocket Server { get; private set; } = null!;

    public HttpContext Http { get; private set; } = null!;

    public WebSocket Client { get; private set; } = null!;

    public Socket ClientSocket => _tcp.Client;

    /// <summary>Connects, by TLS or without; the client takes little at a time. With `pongs` the server sends some that nobody has asked for, in between whatever else is written.</summary>
    public static async Task<LiveConnection> OpenAsync(bool isSecure = false, TimeSpan pongs = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => _ = isSecure ? listen.UseHttps(MakeCertificate()) : listen));
        var connection = new LiveConnection(builder.Build());
        connection._app.Use((http, next) =>
        {
            http.Features.Set<IHttpUpgradeFeature>(new LiveSocket.Upgrade(http.Features.Get<IHttpUpgradeFeature>()!, BareSocket.Find(http.Features)));
            return next(http);
        });
        connection._app.UseWebSockets();
        connection._app.Run(http => connection.AcceptAsync(http, pongs));
        await connection._app.StartAsync();
        await connection.ConnectAsync(new Uri(connection._app.Urls.Single()), isSecure);
        return connection;
    }

    public Task StopServerAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <summary>The request ends, as it does when SignalR has no more to do with a connection.</summary>
    public void EndRequest() => _over.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        EndRequest();
        Client.Dispose();
        _tcp.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AcceptAsync(HttpContext http, TimeSpan pongs)
    {
        using var server = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = pongs });
        _accepted.SetResult((((LiveSocket.Upgrade)http.Features.Get<IHttpUpgradeFeature>()!).Socket!, server, http));
        await _over.Task;
    }

    private async Task ConnectAsync(Uri address, bool isSecure)
    {
        _tcp.ReceiveBufferSize = 8 * 1024;
        await _tcp.ConnectAsync(address.Host, address.Port);
        Stream stream = _tcp.GetStream();
        if (isSecure)
        {
            var secure = new SslStream(stream, leaveInnerStreamOpen: false, static (_, certificate, _, _) => certificate?.Subject == Name);
            await secure.AuthenticateAsClientAsync("localhost");
            stream = secure;
        }

        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"u8.ToArray());
        await ReadHeadAsync(stream);
        Client = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = false });
        (Socket, Server, Http) = await _accepted.Task;
    }

    private static async Task ReadHeadAsync(Stream stream)
    {
        var (head, letter) = (new List<byte>(), new byte[1]);
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(letter);
            head.Add(letter[0]);
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
