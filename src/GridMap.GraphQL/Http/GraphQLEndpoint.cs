using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Http.Answers;
using GridMap.GraphQL.Http.Requests;
using GridMap.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http;

/// <summary>`/graphql` for GET and POST (GraphQL over HTTP): what is asked, what is accepted, and what is answered with which status.</summary>
internal sealed class GraphQLEndpoint(GraphQLParts parts, CancellationToken stopping)
{
    private readonly SingleAnswer _single = new(parts.Run);
    private readonly EventStreamAnswer _stream = new(parts, stopping);

    public async Task AnswerAsync(HttpContext http)
    {
        if (parts.Options.ExplorerPath is { } explorer && HttpMethods.IsGet(http.Request.Method) && Acceptance.WantsPage(http.Request))
        {
            http.Response.Redirect(explorer);
            return;
        }

        var format = Acceptance.Find(http.Request);
        try
        {
            await AnswerAsync(http, format ?? throw Refused(StatusCodes.Status406NotAcceptable, RequestErrors.NotAcceptable));
        }
        catch (RefusedRequestException refused)
        {
            await SingleAnswer.RefuseAsync(http, format ?? AnswerFormat.GraphQLResponse, refused.Status, refused.Error);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            // Nobody is there to be answered, or a stream ends with the server.
        }
    }

    private async Task AnswerAsync(HttpContext http, AnswerFormat format)
    {
        RequireMethod(http);
        OriginRule.Require(http.Request, parts.Options.AllowedOrigins);
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await AnswerAsync(http, format, RequestQuery.Read(http.Request, parts.Options.MaxJsonDepth));
            return;
        }

        RequestBody.RequireJson(http.Request);
        var body = await RequestBody.ReadAsync(http.Request, parts.Options, http.RequestAborted);
        await (body.ValueKind == JsonValueKind.Array ? AnswerBatchAsync(http, format, body) : AnswerAsync(http, format, RequestJson.Read(body)));
    }

    private Task AnswerAsync(HttpContext http, AnswerFormat format, GraphQLRequest request)
    {
        var admission = parts.Gate.Admit(request);
        if (HttpMethods.IsGet(http.Request.Method) && admission.Operation?.Type == OperationType.Mutation)
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            throw Refused(StatusCodes.Status405MethodNotAllowed, RequestErrors.MutationByGet);
        }

        var isSubscription = admission.Operation?.Type == OperationType.Subscription;
        if (format == AnswerFormat.EventStream || (isSubscription && Acceptance.TakesEvents(http.Request)))
        {
            return _stream.SendAsync(http, admission);
        }

        var errors = isSubscription ? [RequestErrors.StreamNeeded] : admission.Errors;
        return errors.Count > 0
            ? SingleAnswer.SendErrorsAsync(http, format, StatusCodes.Status400BadRequest, errors)
            : _single.SendAsync(http, format, admission);
    }

    private Task AnswerBatchAsync(HttpContext http, AnswerFormat format, JsonElement batch)
    {
        if (FindBatchRefusal(format, batch.GetArrayLength()) is { } refusal)
        {
            throw Refused(StatusCodes.Status400BadRequest, refusal);
        }

        var requests = batch.EnumerateArray().Select(RequestJson.Read).ToList();
        return _single.SendBatchAsync(http, format, [.. requests.Select(AdmitToBatch)]);
    }

    private GraphQLError? FindBatchRefusal(AnswerFormat format, int count) => parts.Options.MaxBatchSize switch
    {
        0 => RequestErrors.BatchingDisabled,
        _ when count == 0 => RequestErrors.BatchEmpty,
        var limit when count > limit => RequestErrors.BatchTooLarge(limit),
        _ when format == AnswerFormat.EventStream => RequestErrors.StreamInBatch,
        _ => null,
    };

    private Admission AdmitToBatch(GraphQLRequest request)
    {
        var admission = parts.Gate.Admit(request);
        return admission.Operation?.Type == OperationType.Subscription ? Admission.Refuse([RequestErrors.StreamInBatch]) : admission;
    }

    private static void RequireMethod(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Post}";
            throw Refused(StatusCodes.Status405MethodNotAllowed, RequestErrors.MethodNotAllowed);
        }
    }

    private static RefusedRequestException Refused(int status, GraphQLError error) => new(status, error);
}
