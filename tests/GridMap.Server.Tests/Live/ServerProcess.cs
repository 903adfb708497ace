using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GridMap.Server.Tests.Live;

/// <summary>A server in a process of its own, always at the same address, that can be killed and started again.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _database;
    private readonly System.Text.StringBuilder _said = new();
    private Process? _process;

    private ServerProcess(string database, Uri address)
    {
        _database = database;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Starts over a database and ends when the server is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string database)
    {
        var server = new ServerProcess(database, new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}"));
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gridmap.dll"), "serve", "--port", Address.Port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GRIDMAP_DATABASE"] = _database;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _said.AppendLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends it at once, as a failing machine would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Client.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"The server ended before it was ready: {_said}");
            }

            try
            {
                using var answer = await Client.GetAsync("/health/ready", patience.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
