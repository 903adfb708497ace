using GridMap.Benchmarks;
using GridMap.Benchmarks.Items;
using GridMap.Benchmarks.Live;
using GridMap.Testing;

int Number(int place) => int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture);

// A peer that is written in this language runs as a process of its own.
switch (args)
{
    case ["--peer", "send-loop", ..]:
        await SendLoop.RunAsync(Number(2), Number(3), Number(4));
        return 0;
    case ["--peer", "naive-hub", ..]:
        await NaiveHub.RunAsync(Number(2), Number(3));
        return 0;
    case ["--check-walks"]:
        var walks = await PlaceWalks.CompareAsync(Setting("GRIDMAP_DATABASE"));
        Console.WriteLine(
            $"{walks.Edges} edges: {walks.Pairs} pairs of crossings, {walks.Buildings} buildings to {walks.Destinations} places; {walks.Differences.Count} walks differ by more than 1e-6 s");
        walks.Differences.Take(20).ToList().ForEach(Console.WriteLine);
        return walks.Differences.Count == 0 ? 0 : 1;
}

string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: run scripts/bench.");

var quick = args.Contains("--quick");
var items = args.Where(argument => argument != "--quick").ToArray();
var folder = Directory.CreateTempSubdirectory("gridmap-bench-").FullName;
await Child.RunAsync("chmod", "755", folder);
var bed = new Bed(
    Setting("GRIDMAP_DATABASE"), Setting("GRIDMAP_SERVER"), Setting("GRIDMAP_SIMULATOR"), Setting("GRIDMAP_WEB"), Setting("GRIDMAP_PEERS"), folder, quick);
var report = new Report($"scripts/bench {string.Join(' ', args)}".TrimEnd());

var known = new Dictionary<string, Func<Task>>
{
    ["0"] = () => new DemoDistrict(bed, report).RunAsync(),
    ["1"] = () => new CachedTile(bed, report).RunAsync(),
    ["2"] = () => new ColdTile(bed, report).RunAsync(),
    ["3"] = () => new PositionIngest(bed, report).RunAsync(),
    ["4"] = () => new FanOut(bed, report).RunAsync(),
    ["5"] = () => new NestedQuery(bed, report).RunAsync(),
    ["6"] = () => new IncidentWrite(bed, report).RunAsync(),
    ["7"] = async () =>
    {
        await new BoundaryOperations(bed, report).RunAsync();
        await new BoundaryPlans(bed, report).RunAsync();
    },
    ["8"] = () => new Coverage(bed, report).RunAsync(),
    ["9"] = () => new HeatTile(bed, report).RunAsync(),
    ["10"] = () => new MovingPoints(bed, report).RunAsync(),
    ["11"] = () => new FirstMap(bed, report).RunAsync(),
    ["12"] = () => new ReplayStart(bed, report).RunAsync(),
};
var unknown = items.Where(item => !known.ContainsKey(item)).ToArray();
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync($"No such item: {string.Join(", ", unknown)}. There are: {string.Join(", ", known.Keys)}.");
    return 2;
}

// Item 9 listens nowhere.
if (items is not ["9"] && Ports.FindRefusal() is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

foreach (var (_, run) in known.Where(item => items.Length == 0 || items.Contains(item.Key)))
{
    await run();
}

if (!quick)
{
    await report.WriteAsync("docs/benchmarks.md");
}

Directory.Delete(folder, recursive: true);
foreach (var metric in report.Metrics)
{
    Console.WriteLine(metric.Line);
}

return 0;
