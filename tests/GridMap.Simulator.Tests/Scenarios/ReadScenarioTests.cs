using System.Text.Json.Nodes;
using GridMap.Simulator.Scenarios;

namespace GridMap.Simulator.Tests.Scenarios;

public sealed class ReadScenarioTests
{
    private const string Least = """
        {"title": "试", "titleEn": "try", "phases": [{"title": "一", "titleEn": "one", "minutes": 1, "outbreaks": [
          {"at": "here", "perMinute": 1, "incidents": [{"code": "20406", "texts": ["{place}积水"]}]}]}],
         "places": {"here": {"kind": "around", "near": ["河道"]}}}
        """;

    public static TheoryData<string> Names => [.. ReadScenario.Names];

    [Fact]
    public void The_four_of_the_product_come_with_it() =>
        Assert.Equal(["forest-fire", "ordinary-day", "rush-hour", "storm"], ReadScenario.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_can_be_played_with_the_dictionary_that_comes_with_it(string name)
    {
        var read = ReadScenario.Run(name);
        Assert.Null(read.Refusal);
        Assert.Null(CheckScenario.FindRefusal(read.Value, Codes()));
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("/nowhere/mine.json")]
    [InlineData("../storm")]
    public void What_is_not_there_is_refused_with_what_there_is(string name)
    {
        var refusal = ReadScenario.Run(name).Refusal;
        Assert.Equal("SCENARIO_UNKNOWN", refusal?.Code);
        Assert.Contains("storm", refusal!.RemedyChinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("""{"title": "试"}""", "$")]
    [InlineData("""{"title": "试", "titleEn": "try", "phases": [], "wind": 3}""", "$.wind")]
    [InlineData("""{"title": "试", "titleEn": "try", "phases": [{"title": "一", "titleEn": "one", "minutes": "long"}]}""", "$.phases[0].minutes")]
    public void What_cannot_be_read_is_refused_with_its_place(string text, string place)
    {
        var refusal = ReadScenario.FromJson(text).Refusal;
        Assert.Equal("SCENARIO_MALFORMED", refusal?.Code);
        Assert.Contains(place, refusal!.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phases[0].minutes", "-1")]
    [InlineData("phases[0].everyday", "1000")]
    [InlineData("phases[0].outbreaks[0].at", "\"there\"")]
    [InlineData("phases[0].outbreaks[0].perMinute", "1e9")]
    [InlineData("phases[0].outbreaks[0].incidents[0].texts", "[]")]
    [InlineData("places.here.near", "[]")]
    [InlineData("places.here.reachMeters", "1")]
    [InlineData("desk.leftToPeople", "2")]
    [InlineData("desk.assignSeconds", """{"from": 9, "to": 3}""")]
    [InlineData("field.metersPerSecond", "0")]
    [InlineData("volunteers.wishes", "[]")]
    public void What_does_not_fit_is_refused_with_its_name(string member, string value)
    {
        var refusal = ReadScenario.FromJson(With(member, value)).Refusal;
        Assert.Equal("SCENARIO_INVALID", refusal?.Code);
        Assert.StartsWith(member, refusal!.Remedy, StringComparison.Ordinal);
        Assert.Contains(member, refusal.RemedyChinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_that_the_district_does_not_have_are_named()
    {
        var scenario = ReadScenario.FromJson(Least).Value;
        Assert.Contains("20406", CheckScenario.FindRefusal(scenario, ["10101"])!.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_ones_own_is_read()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.json");
        File.WriteAllText(file, Least);
        try
        {
            Assert.Equal("try", ReadScenario.Run(file).Value.TitleEn);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string With(string member, string value)
    {
        var root = JsonNode.Parse(Least)!;
        var node = root;
        var path = member.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var part in path[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part] ??= new JsonObject();
        }

        node[path[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static IEnumerable<string> Codes()
    {
        var top = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(top.FullName, "GridMap.sln")))
        {
            top = top.Parent!;
        }

        var dictionary = JsonNode.Parse(File.ReadAllText(Path.Combine(top.FullName, "data", "incident-classes.json")))!;
        return dictionary["classes"]!.AsArray().Select(one => one!["code"]!.GetValue<string>());
    }
}
