using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Coverage;

/// <summary>Sites as they are found.</summary>
[SubscriptionType]
public static class CoverageSubscriptions
{
    public static IAsyncEnumerable<NextSites> NextSitesFound(
        CoverageInput input, NextSitesInput sites, Caller caller, FindNextSites find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return TellAsync(input, sites, find, cancellationToken);
    }

    private static async IAsyncEnumerable<NextSites> TellAsync(
        CoverageInput input, NextSitesInput sites, FindNextSites find, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Who is slow hears the latest choice, not all of them.
        var told = Channel.CreateBounded<NextSites>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var search = SearchAsync(input, sites, find, told.Writer, left.Token);
        try
        {
            await foreach (var choice in told.Reader.ReadAllAsync(cancellationToken))
            {
                yield return choice;
            }

            yield return (await search).OrError();
        }
        finally
        {
            await left.CancelAsync();
        }
    }

    private static async Task<Result<NextSites>> SearchAsync(
        CoverageInput input, NextSitesInput sites, FindNextSites find, ChannelWriter<NextSites> told, CancellationToken cancellationToken)
    {
        try
        {
            return await find.RunAsync(input, sites, choice => told.TryWrite(choice), cancellationToken);
        }
        finally
        {
            told.Complete();
        }
    }
}
