using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Replay;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Replay;

/// <summary>Where queries begin for a period of the past; each subject adds what it remembers of it.</summary>
[QueryType]
public static class ReplayQueries
{
    public static ReplayPeriod Replay(DateTimeOffset from, DateTimeOffset until, string? within, Caller caller, TimeProvider clock)
    {
        caller.Require(Permission.SeeIncidents);
        var area = RequestValue.IdIfGiven(within);
        return ReplayPeriod.Parse(from, until, area.OrError(), clock.GetUtcNow()).OrError();
    }
}

/// <summary>A period, as the schema names it.</summary>
[ObjectType<ReplayPeriod>("Replay")]
public static class ReplayResolvers;
