using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Search;

/// <summary>Where a search begins.</summary>
[QueryType]
public static class SearchQueries
{
    private const int MostCharacters = 64;
    private const int LargestLimit = 50;

    private static readonly Refusal LimitOutOfRange = new(
        "LIMIT_OUT_OF_RANGE", $"Send a limit from 1 to {LargestLimit}.", $"limit 须在 1 至 {LargestLimit} 之间。");

    public static async Task<IReadOnlyList<SearchItem>> SearchAsync(
        string text, int limit, Caller caller, SearchPlace search, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        var words = RequestValue.Words(text, MostCharacters).OrError();
        return limit is >= 1 and <= LargestLimit
            ? (await search.RunAsync(words, limit, caller, cancellationToken)).Items
            : throw LimitOutOfRange.AsError();
    }
}

/// <summary>What is found, as the schema words it.</summary>
[ObjectType<SearchItem>]
public static class SearchItemResolvers
{
    public static string Kind([Parent] SearchItem item) => item.Kind.ToUpperInvariant();
}
