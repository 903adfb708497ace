using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Coverage;

/// <summary>Where queries begin for coverage.</summary>
[QueryType]
public static class CoverageQueries
{
    public static async Task<CoverageAnswer> CoverageAsync(CoverageInput input, Caller caller, AnswerCoverage answer, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return (await answer.RunAsync(input, cancellationToken)).OrError();
    }

    public static async Task<IReadOnlyList<CoverageIsochrone>> CoverageIsochronesAsync(
        CoverageInput input,
        IReadOnlyList<double> limits,
        IReadOnlyList<string>? facilityIds,
        IReadOnlyList<Position>? positions,
        Caller caller,
        FindIsochrones find,
        CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return (await find.RunAsync(input, limits, facilityIds, positions, cancellationToken)).OrError();
    }

    public static async Task<NextSites> NextSitesAsync(
        CoverageInput input, NextSitesInput sites, Caller caller, FindNextSites find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return (await find.RunAsync(input, sites, null, cancellationToken)).OrError();
    }

    public static async Task<CoverageScenario?> CoverageScenarioAsync(string id, Caller caller, FindCoverageScenarios find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return await find.RunAsync(RequestValue.Id(id).OrError(), caller, cancellationToken);
    }

    public static async Task<IReadOnlyList<CoverageScenario>> CoverageScenariosAsync(Caller caller, FindCoverageScenarios find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return await find.RunAsync(caller, cancellationToken);
    }
}

/// <summary>Who kept a question.</summary>
[ObjectType<CoverageScenario>]
public static class CoverageScenarioResolvers
{
    public static ValueTask<string?> AuthorNameAsync([Parent] CoverageScenario scenario, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(scenario.Author, cancellationToken);
}
