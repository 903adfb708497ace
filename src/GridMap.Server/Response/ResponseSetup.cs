using System.Globalization;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Response;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using GridMap.Platform.Tiles;

namespace GridMap.Server.Response;

/// <summary>How long answers took, as a part of the server: figures by GraphQL, heat as tiles.</summary>
public static class ResponseSetup
{
    private const int CellsAcross = 1 << IncidentCell.TileDepth;

    private static readonly Refusal FilterMalformed = new(
        "FILTER_MALFORMED",
        "Send from and until as RFC 3339 times, within as an id, classes, sources and hours as lists with commas.",
        "from、until 须为 RFC 3339 时间，within 为标识，classes、sources、hours 以逗号分隔。");

    public static IServiceCollection AddResponse(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(ResponseQueries))
        .AddSingleton<LoadIncidentRecords>()
        .AddSingleton<LoadAreaLinks>()
        .AddSingleton<FindHotSpots>()
        .AddSingleton<FindGround>()
        .AddSingleton<KeepIncidentCube>()
        .AddHostedService(static provider => provider.GetRequiredService<KeepIncidentCube>())
        .AddSingleton(static provider => Follow(provider.GetRequiredService<KeepIncidentCube>(), provider.GetRequiredService<FindGround>()));

    public static IEndpointRouteBuilder MapResponse(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/response/heat/{z}/{x}/{y}.mvt", SendHeatAsync).Needs(Permission.SeeIncidents);
        return app;
    }

    private static ChangeConsumer Follow(KeepIncidentCube incidents, FindGround ground) => new((changes, cancellationToken) =>
    {
        if (changes.Any(change => change.Topic is "area" or "place"))
        {
            ground.Forget();
        }

        return incidents.HearAsync(changes, cancellationToken);
    })
    {
        StartOver = () =>
        {
            ground.Forget();
            incidents.StartOver();
        },
    };

    /// <summary>How many incidents lie in each of the 64 × 64 cells of a tile: points with `n`, in the layer `heat`.</summary>
    private static async Task<IResult> SendHeatAsync(
        string z, string x, string y, Caller caller, CurrentAreas areas, KeepIncidentCube incidents, HttpContext http, CancellationToken cancellationToken)
    {
        var tile = TileCoordinate.Parse(z, x, y);
        var unread = ReadFilter(http.Request.Query, out var filter);
        if ((tile.Refusal ?? unread) is { } refusal)
        {
            return Problem.BadRequest(refusal, http);
        }

        var selection = await filter.SelectAsync(caller, areas, cancellationToken);
        if (selection.Refusal is { } wrong)
        {
            return Problem.BadRequest(wrong, http);
        }

        var cube = await incidents.FindAsync(cancellationToken);
        var counts = cube.CountCells(tile.Value.Zoom, tile.Value.Column, tile.Value.Row, selection.Value);
        http.Response.Headers.CacheControl = "no-cache";
        return counts is not null && PointTile.Encode("heat", counts, CellsAcross) is { Length: > 0 } body
            ? Results.Bytes(body, "application/vnd.mapbox-vector-tile")
            : Results.NoContent();
    }

    /// <summary>The filter as it stands in an address; without a period it is of all times.</summary>
    private static Refusal? ReadFilter(IQueryCollection query, out ResponseFilter filter)
    {
        var isRead = Time("from", DateTimeOffset.UnixEpoch, out var from) & Time("until", DateTimeOffset.FromUnixTimeSeconds(uint.MaxValue), out var until);
        var sources = List("sources")?.Select(name => Enum.TryParse<ResponseSource>(name, ignoreCase: true, out var source) && Enum.IsDefined(source) ? source : (ResponseSource?)null).ToArray();
        var hours = List("hours")?.Select(text => RequestValue.TryWhole(text, out var hour) ? hour : -1).ToArray();
        filter = new ResponseFilter(from, until, query["within"] is [{ Length: > 0 } within] ? within : null, List("classes"), sources?.OfType<ResponseSource>().ToArray(), hours);
        return isRead && sources?.Contains(null) != true ? null : FilterMalformed;

        string[]? List(string name) => query[name] is [{ Length: > 0 } text] ? text.Split(',') : null;

        bool Time(string name, DateTimeOffset otherwise, out DateTimeOffset time)
        {
            time = otherwise;
            return query[name] is not [{ Length: > 0 } text]
                || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
        }
    }
}
