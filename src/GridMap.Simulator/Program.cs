using System.CommandLine;
using GridMap.Simulator;

var server = new Option<Uri>("--server")
{
    Description = "The server to play against.",
    DefaultValueFactory = _ => new Uri("http://127.0.0.1:8600"),
    CustomParser = ParseServer,
};
var interval = new Option<double>("--fix-interval") { Description = "Seconds between two fixes of one patrol.", DefaultValueFactory = _ => 5 };
var rate = new Option<double?>("--rate") { Description = "Load: fixes per second in all, instead of --fix-interval." };
var speed = new Option<double>("--incident-speed") { Description = "How many times faster than life incidents are reported; 0 for none.", DefaultValueFactory = _ => 40 };
var seed = new Option<int>("--seed") { Description = "The seed of everything random.", DefaultValueFactory = _ => 1 };
var devices = new Option<string>("--device-format") { Description = "How a patrol's number makes its device id.", DefaultValueFactory = _ => "gm-{0:000000}" };
interval.Validators.Add(result => RequirePositive(result, interval));
rate.Validators.Add(result => RequirePositive(result, rate));

var root = new RootCommand("Patrols that walk and people who report, through GridMap's public protocols only.") { server, interval, rate, speed, seed, devices };
root.SetAction(async (parsed, cancellationToken) =>
{
    var scenario = new Scenario(
        parsed.GetValue(server)!, parsed.GetValue(devices)!, parsed.GetValue(interval), parsed.GetValue(rate), parsed.GetValue(speed), parsed.GetValue(seed))
    {
        // In the environment and not in an argument: every user of a machine reads the arguments.
        Token = Environment.GetEnvironmentVariable("GRIDMAP_TOKEN") is { Length: > 0 } token ? token : null,
    };
    try
    {
        await new Simulation(scenario, TimeProvider.System, Console.Out).RunAsync(cancellationToken);
    }
    catch (OperationCanceledException)
    {
        return 0;
    }

    return 0;
});
return await root.Parse(args).InvokeAsync();

static Uri? ParseServer(System.CommandLine.Parsing.ArgumentResult argument)
{
    var text = argument.Tokens[0].Value;
    if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
    {
        return address;
    }

    argument.AddError($"{text} is not an http address.");
    return null;
}

static void RequirePositive<T>(System.CommandLine.Parsing.OptionResult result, Option<T> option)
{
    if (result.GetValue(option) is double value && !(value is > 0 and <= 100_000))
    {
        result.AddError($"{option.Name} must be above 0 and at most 100000.");
    }
}
