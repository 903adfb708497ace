using System.CommandLine;
using GridMap.Core;
using GridMap.Simulator;
using GridMap.Simulator.Scenarios;

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
var scenario = new Option<string?>("--scenario") { Description = $"What happens besides everyday life: {string.Join(", ", ReadScenario.Names)}, or a file of your own that ends in .json." };
interval.Validators.Add(result => RequirePositive(result, interval));
rate.Validators.Add(result => RequirePositive(result, rate));

var root = new RootCommand("Patrols that walk and people who report, through GridMap's public protocols only.") { server, interval, rate, speed, seed, devices, scenario };
root.SetAction(async (parsed, cancellationToken) =>
{
    var play = parsed.GetValue(scenario) is { } name ? ReadScenario.Run(name) : default(Result<Scenario>?);
    if (play?.Refusal is { } unfit)
    {
        return Refuse(unfit);
    }

    // In the environment and not in an argument: every user of a machine reads the arguments.
    static string? Token(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } token ? token : null;
    var settings = new PlaySettings(
        parsed.GetValue(server)!, parsed.GetValue(devices)!, parsed.GetValue(interval), parsed.GetValue(rate), parsed.GetValue(speed), parsed.GetValue(seed))
    {
        Token = Token("GRIDMAP_TOKEN"),
        Scenario = play?.Value,
        Roles = new RoleTokens(Token("GRIDMAP_DESK_TOKEN"), Token("GRIDMAP_FIELD_TOKEN"), Token("GRIDMAP_VOLUNTEER_TOKEN")),
    };
    try
    {
        return await new Simulation(settings, TimeProvider.System, Console.Out).RunAsync(cancellationToken) is { } refusal ? Refuse(refusal) : 0;
    }
    catch (OperationCanceledException)
    {
        return 0;
    }
});
var asked = new Argument<string>("scenario") { Description = "A name, or a file that ends in .json." };
var check = new Command("check", "Says whether a scenario can be read, and plays nothing.") { asked };
check.SetAction(parsed =>
{
    var read = ReadScenario.Run(parsed.GetValue(asked)!);
    if (read.Refusal is { } unfit)
    {
        return Refuse(unfit);
    }

    Console.WriteLine($"{read.Value.Title} {read.Value.TitleEn}");
    return 0;
});
root.Add(check);
return await root.Parse(args).InvokeAsync();

static int Refuse(Refusal refusal)
{
    Console.Error.WriteLine($"✗ {refusal.Code}\n  {refusal.RemedyChinese}\n  {refusal.Remedy}");
    return 1;
}

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
