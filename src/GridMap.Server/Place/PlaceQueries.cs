using GridMap.GraphQL.Execution;

namespace GridMap.Server.Place;

/// <summary>Where queries begin for the place.</summary>
[QueryType]
public static class PlaceQueries
{
    public static Task<PlaceOverview?> PlaceAsync(FindPlace find, CancellationToken cancellationToken) => find.RunAsync(cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<PlaceOverview>("Place")]
public static class PlaceResolvers
{
    public static Task<PlaceCounts> CountsAsync([Parent] PlaceOverview place, CountPlace count, CancellationToken cancellationToken) =>
        count.RunAsync(cancellationToken);
}
