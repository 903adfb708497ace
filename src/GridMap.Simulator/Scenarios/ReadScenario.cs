using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridMap.Core;

namespace GridMap.Simulator.Scenarios;

/// <summary>Reads a scenario by its name, or from a file of the user's own; what is not right is refused with its place.</summary>
public static class ReadScenario
{
    private const string Folder = "data/scenarios/";
    private const string Ending = ".json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Assembly Program = typeof(ReadScenario).Assembly;

    /// <summary>The names of those that come with the simulator.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A name, or the path of a file that ends in `.json`. Refusals: `SCENARIO_UNKNOWN` and those of <see cref="FromJson"/>.</summary>
    public static Result<Scenario> Run(string nameOrPath)
    {
        if (!nameOrPath.EndsWith(Ending, StringComparison.Ordinal))
        {
            return Names.Contains(nameOrPath) ? FromJson(Text($"{Folder}{nameOrPath}{Ending}")) : Unknown(nameOrPath);
        }

        return File.Exists(nameOrPath) ? FromJson(File.ReadAllText(nameOrPath)) : Unknown(nameOrPath);
    }

    /// <summary>Refusals: `SCENARIO_MALFORMED` with line and member, `SCENARIO_INVALID` with member and what fits.</summary>
    public static Result<Scenario> FromJson(string text)
    {
        try
        {
            var scenario = JsonSerializer.Deserialize<Scenario>(text, Json);
            return scenario is null ? Malformed("$") : CheckScenario.FindRefusal(scenario) is { } refusal ? refusal : scenario;
        }
        catch (JsonException wrong)
        {
            return Malformed($"{wrong.Path ?? "$"}, line {wrong.LineNumber + 1}");
        }
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Program.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static Refusal Unknown(string name) => new(
        "SCENARIO_UNKNOWN",
        $"There is no scenario {name}: name one of {string.Join(", ", Names)}, or a file that ends in .json.",
        $"没有场景 {name}：可选 {string.Join("、", Names)}，或给出以 .json 结尾的文件。");

    private static Refusal Malformed(string where) => new(
        "SCENARIO_MALFORMED",
        $"The scenario cannot be read at {where}: compare it with data/scenarios/schema.json.",
        $"场景文件在 {where} 处无法读取：请对照 data/scenarios/schema.json 修改。");
}
