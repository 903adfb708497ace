using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace GridMap.Benchmarks;

/// <summary>Where the measuring happens: the database with a generated district, the built server, a scratch folder, and which processor does what.</summary>
public sealed record Bed(string Database, string Server, string Simulator, string WebFolder, string PeersFolder, string Folder, bool Quick)
{
    public const string ServerCpus = "0";

    public const int DriverThreads = 2;

    public const int WarmUpRounds = 4;

    /// <summary>Every processor but the server's: a driver that needs more than a server it drives measures itself.</summary>
    public static string DriverCpus { get; } = $"1-{Environment.ProcessorCount - 1}";

    public static string AllCpus { get; } = $"0-{Environment.ProcessorCount - 1}";

    public int Seconds => Quick ? 1 : 4;

    public int Rounds => Quick ? 2 : 5;

    public int Tiles => Quick ? 60 : 200;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    /// <summary>Starts the server on its own processor and waits until it is ready; says how long that took.</summary>
    public async Task<(Child Server, Uri Address, TimeSpan Start)> StartServerAsync(int port, IReadOnlyDictionary<string, string>? environment = null, string cpus = ServerCpus)
    {
        var settings = new Dictionary<string, string>(environment ?? new Dictionary<string, string>()) { ["GRIDMAP_DATABASE"] = Database };
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var server = Child.Start(
            Path.Combine(Folder, "server.log"), settings, "taskset", "-c", cpus, Server, "serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--web", WebFolder);
        var address = new Uri($"http://127.0.0.1:{port}");
        await WaitAsync(new Uri(address, "/health/ready"));
        return (server, address, clock.Elapsed);
    }

    /// <summary>The key of a service token that may read what is not public and send what patrols send.</summary>
    public async Task<string> CreateTokenAsync()
    {
        var key = await Child.RunAsync(
            "env", $"GRIDMAP_DATABASE={Database}", Server, "token", "add", "bench", "--replace",
            "--scope", "patrol.read", "--scope", "incident.read", "--scope", "incident.report", "--scope", "position.report");
        return key.Trim();
    }

    /// <summary>Waits until an address answers with success, at most a minute.</summary>
    public async Task WaitAsync(Uri address)
    {
        var until = DateTimeOffset.UtcNow.AddMinutes(1);
        while (DateTimeOffset.UtcNow < until)
        {
            try
            {
                using var response = await Http.GetAsync(address);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or SocketException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"{address} did not answer within a minute.");
    }

    /// <summary>West, south, east and north of the place, in degrees.</summary>
    public async Task<double[]> ReadBoundsAsync(Uri server)
    {
        using var place = JsonDocument.Parse(await Http.GetStringAsync(new Uri(server, "/api/place")));
        return [.. place.RootElement.GetProperty("bounds").EnumerateArray().Select(value => value.GetDouble())];
    }

    /// <summary>Tiles of a layer that hold something, over the whole place from far to near; of each zoom so many at most, or a quarter of all.</summary>
    public async Task<IReadOnlyList<TileAddress>> FindTilesAsync(Uri server, string layer, int least, int greatest, int? perZoom = null)
    {
        var bounds = await ReadBoundsAsync(server);
        var found = new List<TileAddress>();
        foreach (var tile in Enumerable.Range(least, greatest - least + 1).SelectMany(zoom => TileAddress.Over(layer, bounds, zoom, perZoom ?? Tiles / 4)))
        {
            using var response = await Http.GetAsync(new Uri(server, tile.Path));
            if (response.StatusCode == HttpStatusCode.OK && found.Count < Tiles)
            {
                found.Add(tile);
            }
        }

        return found;
    }
}

/// <summary>One tile of a layer.</summary>
public sealed record TileAddress(string Layer, int Zoom, int X, int Y)
{
    public string Path => $"/tiles/{Layer}/{Zoom}/{X}/{Y}.mvt";

    /// <summary>At most so many tiles of a zoom that cover bounds [west, south, east, north], evenly taken.</summary>
    public static IEnumerable<TileAddress> Over(string layer, double[] bounds, int zoom, int most)
    {
        var (west, north) = At(bounds[0], bounds[3], zoom);
        var (east, south) = At(bounds[2], bounds[1], zoom);
        var all = Enumerable.Range(west, east - west + 1)
            .SelectMany(x => Enumerable.Range(north, south - north + 1).Select(y => new TileAddress(layer, zoom, x, y)))
            .ToArray();
        var stride = Math.Max(1, all.Length / most);
        return all.Where((_, index) => index % stride == 0).Take(most);
    }

    private static (int X, int Y) At(double longitude, double latitude, int zoom)
    {
        var n = 1 << zoom;
        var radians = latitude * Math.PI / 180;
        return ((int)((longitude + 180) / 360 * n), (int)((1 - Math.Asinh(Math.Tan(radians)) / Math.PI) / 2 * n));
    }
}
