using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GridMap.GraphQL.Http.Answers;

/// <summary>What a client accepts (GraphQL over HTTP, "Body" and "Legacy watershed"; RFC 9110, section 12.5.1).</summary>
internal static class Acceptance
{
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string EventStream = "text/event-stream";

    // In the order of our preference where the client has none.
    private static readonly (AnswerFormat Format, MediaTypeHeaderValue Type)[] Offers =
    [
        (AnswerFormat.GraphQLResponse, new MediaTypeHeaderValue("application/graphql-response+json")),
        (AnswerFormat.Json, new MediaTypeHeaderValue("application/json")),
        (AnswerFormat.EventStream, new MediaTypeHeaderValue("text/event-stream")),
    ];

    /// <summary>The best format for this request; null where the client accepts none.</summary>
    public static AnswerFormat? Find(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (StringValues.IsNullOrEmpty(header))
        {
            return AnswerFormat.GraphQLResponse;
        }

        if (!MediaTypeHeaderValue.TryParseList(header!, out var accepted))
        {
            return null;
        }

        var best = Offers.Select(offer => (offer.Format, Quality: Quality(accepted, offer.Type))).MaxBy(static offer => offer.Quality);
        return best.Quality > 0 ? best.Format : null;
    }

    /// <summary>Whether the client names a stream of events among what it takes, although it likes something else better.</summary>
    public static bool TakesEvents(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept!, out var accepted)
        && accepted.Any(static range => !range.MatchesAllTypes && range.MatchesMediaType(EventStream) && range.Quality is null or > 0);

    public static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The quality the most specific range that covers the type gives it; 0 where none does.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type)
    {
        var (bestSpecificity, quality) = (-1, 0.0);
        foreach (var range in accepted)
        {
            var specificity = Specificity(range, type);
            if (specificity > bestSpecificity)
            {
                (bestSpecificity, quality) = (specificity, range.Quality ?? 1);
            }
        }

        return quality;
    }

    private static int Specificity(MediaTypeHeaderValue range, MediaTypeHeaderValue type)
    {
        if (range.Charset.HasValue && !HeaderUtilities.RemoveQuotes(range.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        if (range.MatchesAllTypes)
        {
            return 0;
        }

        if (!range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        return range.MatchesAllSubTypes ? 1 : range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
    }
}
