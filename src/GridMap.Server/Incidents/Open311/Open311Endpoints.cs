using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;

namespace GridMap.Server.Incidents.Open311;

/// <summary>`/open311/v2`: GeoReport v2 for incidents. Service codes are class codes, service request ids are incident numbers.</summary>
public static class Open311Endpoints
{
    private const string Root = "/open311/v2";

    // The day of the last change of this interface.
    private const string Changeset = "2026-11-21T00:00:00Z";

    private static readonly Refusal RequestUnknown = new("REQUEST_UNKNOWN", "There is no such service request.", "没有此编号的事件。");

    private static readonly Refusal JurisdictionUnknown = new(
        "JURISDICTION_UNKNOWN", "This server answers for one district only: leave jurisdiction_id out, or send its county code.", "本服务只负责一个区县：请省略 jurisdiction_id，或填写该区县的行政区划代码。");

    public static IServiceCollection AddOpen311(this IServiceCollection services) => services
        .AddSingleton<LoadIncidentRules>()
        .AddSingleton<CurrentIncidentRules>()
        .AddSingleton<ReportIncident>()
        .AddSingleton<FindGridAt>()
        .AddSingleton<Open311Access>()
        .AddSingleton<FindServiceRequests>();

    public static IEndpointRouteBuilder MapOpen311(this IEndpointRouteBuilder app)
    {
        Map(app, Open311Format.Json, "json");
        Map(app, Open311Format.Xml, "xml");
        return app;
    }

    private static void Map(IEndpointRouteBuilder app, Open311Format format, string extension)
    {
        var routes = app.MapGroup(Root).TakesAnyone().AddEndpointFilter((context, next) => AnswerFaultsAsync(format, context, next));
        routes.MapGet($"discovery.{extension}", (HttpRequest http) =>
            Open311Answer.One(format, Open311Records.Discovery($"{http.Scheme}://{http.Host}{Root}", Changeset)));
        routes.MapGet($"services.{extension}", (HttpRequest http, CurrentIncidentRules rules) => FindServicesAsync(format, http, rules));
        routes.MapGet($"services/{{code}}.{extension}", (string code, HttpRequest http, CurrentIncidentRules rules) =>
            FindServiceAsync(format, code, http, rules));
        routes.MapPost($"requests.{extension}", (HttpRequest http, Caller caller, Open311Access access, CurrentIncidentRules rules, ReportIncident report) =>
            ReportAsync(format, http, caller, access, rules, report)).DisableAntiforgery();
        var reading = routes.MapGroup("").AddEndpointFilter((context, next) => AdmitReaderAsync(format, context, next));
        reading.MapGet($"requests.{extension}", (HttpRequest http, CurrentIncidentRules rules, FindServiceRequests find, TimeProvider clock) =>
            FindRequestsAsync(format, http, rules, find, clock));
        reading.MapGet($"requests/{{id}}.{extension}", (string id, HttpRequest http, CurrentIncidentRules rules, FindServiceRequests find) =>
            FindRequestAsync(format, id, http, rules, find));
        reading.MapGet($"tokens/{{token}}.{extension}", (string token, HttpRequest http, CurrentIncidentRules rules, FindServiceRequests find) =>
            FindTokenAsync(format, token, http, rules, find));
    }

    private static Task<IResult> FindServicesAsync(Open311Format format, HttpRequest http, CurrentIncidentRules rules) =>
        AnswerAsync(format, http, rules, found =>
            new Open311Answer(format, "services", [.. found.Classes.Values.OrderBy(service => service.Code, StringComparer.Ordinal).Select(Open311Records.Service)]));

    private static Task<IResult> FindServiceAsync(Open311Format format, string code, HttpRequest http, CurrentIncidentRules rules) =>
        AnswerAsync(format, http, rules, found => found.Classes.TryGetValue(code, out var service)
            ? Open311Answer.One(format, Open311Records.Definition(service))
            : Open311Answer.Refuse(format, Report.ClassUnknown, StatusCodes.Status404NotFound));

    private static async Task<IResult> ReportAsync(
        Open311Format format, HttpRequest http, Caller caller, Open311Access access, CurrentIncidentRules rules, ReportIncident report)
    {
        var form = await ReadServiceRequestForm.RunAsync(http, http.HttpContext.RequestAborted);
        var key = ReadServiceRequestForm.FindKey(http);
        if ((form.Refusal ?? key.Refusal) is { } malformed)
        {
            return Open311Answer.Refuse(format, malformed, StatusCodes.Status400BadRequest);
        }

        if (await access.FindReportRefusalAsync(caller, form.Value, http.HttpContext) is { } forbidden)
        {
            return Open311Answer.Refuse(format, forbidden, StatusCodes.Status403Forbidden);
        }

        var found = await rules.FindAsync(http.HttpContext.RequestAborted);
        if (Check(found, form.Value.Jurisdiction) is var (refusal, status))
        {
            return Open311Answer.Refuse(format, refusal, status);
        }

        var reported = await report.RunAsync(form.Value.Draft, new ReportOrigin("open311", "open311", key.Value), http.HttpContext.RequestAborted);
        return reported.Refusal is { } no
            ? Open311Answer.Refuse(format, no, no.Code == Report.ClassUnknown.Code ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest)
            : new Open311Answer(format, "service_requests", [Open311Records.Accepted(reported.Value)], StatusCodes.Status201Created);
    }

    private static Task<IResult> FindRequestsAsync(
        Open311Format format, HttpRequest http, CurrentIncidentRules rules, FindServiceRequests find, TimeProvider clock) =>
        AnswerAsync(format, http, rules, async found =>
        {
            var filter = RequestFilter.Parse(http.Query, clock.GetUtcNow());
            return filter.Refusal is { } refusal
                ? Open311Answer.Refuse(format, refusal, StatusCodes.Status400BadRequest)
                : Describe(format, await find.RunAsync(filter.Value, ReadingScope(http), http.HttpContext.RequestAborted), found.TimeZone);
        });

    private static Task<IResult> FindRequestAsync(
        Open311Format format, string id, HttpRequest http, CurrentIncidentRules rules, FindServiceRequests find) =>
        AnswerAsync(format, http, rules, async found =>
        {
            var requests = await FindOneAsync(id, find, http);
            return requests.Count == 0
                ? Open311Answer.Refuse(format, RequestUnknown, StatusCodes.Status404NotFound)
                : Describe(format, requests, found.TimeZone);
        });

    /// <summary>Every request gets its id at once, so a token is never handed out; a client that asks anyway may name the incident's id.</summary>
    private static Task<IResult> FindTokenAsync(
        Open311Format format, string token, HttpRequest http, CurrentIncidentRules rules, FindServiceRequests find) =>
        AnswerAsync(format, http, rules, async _ => await FindOneAsync(token, find, http) is [var request, ..]
            ? new Open311Answer(format, "service_requests", [Open311Records.Token(token, request.Id)])
            : Open311Answer.Refuse(format, RequestUnknown, StatusCodes.Status404NotFound));

    private static async Task<IReadOnlyList<ServiceRequest>> FindOneAsync(string id, FindServiceRequests find, HttpRequest http) =>
        IncidentKey.Parse(id).IsRefused ? [] : await find.RunAsync(RequestFilter.Only(id), ReadingScope(http), http.HttpContext.RequestAborted);

    private static Open311Answer Describe(Open311Format format, IReadOnlyList<ServiceRequest> requests, TimeZoneInfo timeZone) =>
        new(format, "service_requests", [.. requests.Select(request => Open311Records.Request(request, timeZone))]);

    private static Task<IResult> AnswerAsync(Open311Format format, HttpRequest http, CurrentIncidentRules rules, Func<IncidentRules, Open311Answer> answer) =>
        AnswerAsync(format, http, rules, found => Task.FromResult(answer(found)));

    private static async Task<IResult> AnswerAsync(
        Open311Format format, HttpRequest http, CurrentIncidentRules rules, Func<IncidentRules, Task<Open311Answer>> answer)
    {
        var found = await rules.FindAsync(http.HttpContext.RequestAborted);
        return Check(found, http.Query["jurisdiction_id"]) is var (refusal, status)
            ? Open311Answer.Refuse(format, refusal, status)
            : await answer(found.Value);
    }

    private static (Refusal Refusal, int Status)? Check(Result<IncidentRules> rules, string? jurisdiction)
    {
        if (rules.Refusal is { } missing)
        {
            return (missing, StatusCodes.Status503ServiceUnavailable);
        }

        return string.IsNullOrEmpty(jurisdiction) || jurisdiction == rules.Value.Jurisdiction
            ? null
            : (JurisdictionUnknown, StatusCodes.Status404NotFound);
    }

    /// <summary>The grids of the reader, found once before the route's own work.</summary>
    private static async ValueTask<object?> AdmitReaderAsync(Open311Format format, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var scope = await http.RequestServices.GetRequiredService<Open311Access>().FindReadingScopeAsync(RequestCaller.Of(http).Caller, http);
        if (scope.Refusal is { } refusal)
        {
            return Open311Answer.Refuse(format, refusal, StatusCodes.Status403Forbidden);
        }

        http.Features.Set(scope.Value);
        return await next(context);
    }

    private static GridScope ReadingScope(HttpRequest http) => http.HttpContext.Features.Get<GridScope>() ?? GridScope.Nowhere;

    private static async ValueTask<object?> AnswerFaultsAsync(Open311Format format, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception thrown) when (thrown is BadHttpRequestException || DatabaseTrouble.Find(thrown) is not null)
        {
            var (refusal, status) = Problems.Explain(thrown);
            Problem.AskToRetry(context.HttpContext, status);
            return Open311Answer.Refuse(format, refusal, status);
        }
    }
}
