using GridMap.Server.Boundaries;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>Rules come from a file, and reach the plan and whoever asks for them.</summary>
public sealed class BoundaryRulesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        Assert.Equal("BOUNDARY_RULES_UNREADABLE", LoadBoundaryRules.Run($"{_file}.none").Refusal?.Code);
        Assert.Equal("BOUNDARY_RULES_UNREADABLE", LoadBoundaryRules.Run(Path.GetTempPath()).Refusal?.Code);
        File.WriteAllText(_file, new string(' ', 70_000));
        Assert.Equal("BOUNDARY_RULES_UNREADABLE", LoadBoundaryRules.Run(_file).Refusal?.Code);
        File.WriteAllText(_file, "{}");
        Assert.Equal("BOUNDARY_RULES_MALFORMED", LoadBoundaryRules.Run(_file).Refusal?.Code);
        Assert.Null(LoadBoundaryRules.Run(null).Refusal);
    }

    [Fact]
    public async Task The_rules_of_a_places_own_file_are_told_and_kept()
    {
        await File.WriteAllTextAsync(
            _file,
            """
            {
              "version": "place-7", "title": "test",
              "rules": {
                "gridHouseholds": null, "communityHouseholds": null, "gridsPerCommunity": null, "gridWorkers": null,
                "gridPieces": {"least": 1, "most": 1, "refuses": true}, "gridCompactness": null, "pieceSquareMeters": null
              }
            }
            """);
        var book = LoadBoundaryRules.Run(_file).Value;
        await using var town = await PlanTown.CreateAsync(services => services.AddSingleton(book));
        var rules = (await town.Manager.QueryAsync("{ boundaryRules { version rules { rule least most refuses } } }")).GetProperty("boundaryRules");
        Assert.Equal(
            """{"version":"place-7","rules":[{"rule":"GRID_CONTIGUITY","least":1,"most":1,"refuses":true}]}""",
            rules.GetRawText());
        var plan = await town.CreatePlanAsync();
        Assert.Equal("RULE_BROKEN", PlanTown.CodeOf(await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 18 } }")));
    }
}
