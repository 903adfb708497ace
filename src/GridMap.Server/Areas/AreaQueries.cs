using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Areas;

/// <summary>Where queries begin for areas.</summary>
[QueryType]
public static class AreaQueries
{
    private const int MostWords = 64;

    private static readonly Refusal KeyMissing = new(
        "AREA_KEY_MISSING", "Send either id or code.", "请提供 id 或 code 中的一项。");

    public static async Task<Area?> AreaAsync(
        string? id, string? code, DateOnly? asOf, LoadDayEnd dayEnd, FindAreaKey findKey, AreasById areas, CancellationToken cancellationToken)
    {
        if (id is null == code is null)
        {
            throw KeyMissing.AsError();
        }

        var at = await dayEnd.RunAsync(asOf, cancellationToken);
        var key = id is null ? await findKey.RunAsync(code!, at, cancellationToken) : RequestValue.Id(id).OrError();
        return key is { } known ? await areas.LoadAsync(new AreaAt(known, at), cancellationToken) : null;
    }

    public static async Task<AreaPage> AreasAsync(
        IReadOnlyList<AreaLevel>? levels,
        string? within,
        Bounds? bounds,
        string? text,
        DateOnly? asOf,
        int? first,
        string? after,
        int? last,
        string? before,
        LoadDayEnd dayEnd,
        FindAreas find,
        CancellationToken cancellationToken)
    {
        var page = PageRequest.Parse(first, after, last, before).OrError();
        var filter = new AreaFilter(
            await dayEnd.RunAsync(asOf, cancellationToken),
            levels,
            RequestValue.IdIfGiven(within).OrError(),
            bounds is { } box ? box.Check().OrError() : null,
            text is null ? null : RequestValue.Words(text, MostWords).OrError());
        return await find.RunAsync(filter, page, cancellationToken);
    }

    public static async Task<Area?> GridAtAsync(
        Position position, DateTimeOffset? at, LoadDayEnd dayEnd, FindGridAt find, AreasById areas, CancellationToken cancellationToken)
    {
        var instant = at ?? await dayEnd.RunAsync(null, cancellationToken);
        var grid = await find.RunAsync(position, instant, cancellationToken);
        return grid is { } id ? await areas.LoadAsync(new AreaAt(id, instant), cancellationToken) : null;
    }
}
