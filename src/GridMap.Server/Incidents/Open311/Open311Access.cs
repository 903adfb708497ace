using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;

namespace GridMap.Server.Incidents.Open311;

/// <summary>
/// Who may report and read by GeoReport: whoever is signed in or sends a service token, as a bearer or as `api_key`. Without either one may
/// report, on the server's own machine, and from anywhere when the district has opened it to the public.
/// </summary>
public sealed class Open311Access(KnownCallers known, CurrentAreas areas, FindGridAt findGrid, AccessOptions options)
{
    private static readonly Refusal KeyNeeded = new(
        "API_KEY_NEEDED", "Send a service token as api_key or as Authorization: Bearer.", "请以 api_key 或 Authorization: Bearer 提供服务令牌。");

    private static readonly Refusal KeyDoesNotAllow = new("NOT_ALLOWED", "This token or account does not allow it here.", "该令牌或账号无权在此进行此操作。");

    /// <summary>Why this report may not be made; null when it may.</summary>
    public async Task<Refusal?> FindReportRefusalAsync(Caller caller, ServiceRequestForm form, HttpContext http)
    {
        var reporter = await FindAsync(caller, form.ApiKey, http.RequestAborted);
        if (!reporter.IsKnown)
        {
            return options.IsReportingOpen || (form.ApiKey is null && RequestOrigin.IsOwnMachine(http, options)) ? null : KeyNeeded;
        }

        var scope = await areas.ScopeAsync(reporter, Permission.ReportIncident, http.RequestAborted);
        var isAllowed = scope.IsEverywhere
            || (!scope.IsNowhere && scope.Contains(await findGrid.RunAsync(form.Draft.Longitude, form.Draft.Latitude, http.RequestAborted)));
        return isAllowed ? null : KeyDoesNotAllow;
    }

    /// <summary>The grids whose requests the caller may read.</summary>
    public async Task<Result<GridScope>> FindReadingScopeAsync(Caller caller, HttpContext http)
    {
        var key = http.Request.Query["api_key"].ToString();
        var reader = await FindAsync(caller, key.Length == 0 ? null : key, http.RequestAborted);
        if (!reader.IsKnown)
        {
            return KeyNeeded;
        }

        var scope = await areas.ScopeAsync(reader, Permission.SeeIncidents, http.RequestAborted);
        return scope.IsNowhere ? KeyDoesNotAllow : scope;
    }

    private async Task<Caller> FindAsync(Caller caller, string? apiKey, CancellationToken cancellationToken) =>
        caller.IsKnown || apiKey is null ? caller : await known.FindAsync(Credential.OfToken(apiKey), cancellationToken) ?? Caller.Anonymous;
}
