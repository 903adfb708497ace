using System.Buffers;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Sockets;
using GridMap.GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.GraphQL.Http.Answers;

/// <summary>Answers with server-sent events (GraphQL over SSE, "distinct connections mode"): `next` for each response, then `complete`.</summary>
internal sealed class EventStreamAnswer(GraphQLParts parts, CancellationToken stopping)
{
    public async Task SendAsync(HttpContext http, Admission admission)
    {
        Begin(http);
        var stream = new EventStream(http.Response.BodyWriter);
        if (admission.Operation is null)
        {
            await SendErrorsAsync(stream, admission.Errors, http.RequestAborted);
        }
        else if (admission.Operation.Type == OperationType.Subscription)
        {
            await SendEventsAsync(http, stream, admission);
        }
        else
        {
            await SendResultAsync(http, stream, admission);
        }

        await stream.CompleteAsync(http.RequestAborted);
    }

    private static void Begin(HttpContext http)
    {
        http.Response.ContentType = Acceptance.EventStream;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept";
        // Said to reverse proxies that would gather events before they pass them on.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private async Task SendResultAsync(HttpContext http, EventStream stream, Admission admission)
    {
        var response = new ArrayBufferWriter<byte>();
        if (await parts.Run.TryExecuteAsync(admission, http.RequestServices, response, http.RequestAborted))
        {
            await stream.NextAsync(response.WrittenMemory, http.RequestAborted);
        }
        else
        {
            await SendErrorsAsync(stream, [RequestErrors.TimedOut], http.RequestAborted);
        }
    }

    private async Task SendEventsAsync(HttpContext http, EventStream stream, Admission admission)
    {
        // A server that stops does not wait for streams without end; the client connects again, as nothing told it that the stream was complete.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var cancellationToken = ended.Token;
        var decision = parts.Options.DecideConnection is { } decideAsync ? await decideAsync(http, default, cancellationToken) : ConnectionDecision.Allow;
        try
        {
            await SendEventsAsync(http, stream, admission, decision, cancellationToken);
        }
        finally
        {
            // Nobody needs to watch any longer whether the client may stay.
            await ended.CancelAsync();
        }
    }

    private async Task SendEventsAsync(
        HttpContext http, EventStream stream, Admission admission, ConnectionDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Refusal is { } refusal)
        {
            await SendErrorsAsync(stream, [refusal.Error], cancellationToken);
            return;
        }

        var start = await parts.Engine.SubscribeAsync(admission.Operation!, admission.Variables!, http.RequestServices, cancellationToken);
        if (start.Responses is null)
        {
            await SendErrorsAsync(stream, start.Errors, cancellationToken);
            return;
        }

        // At once, so that the client sees that it is connected.
        await stream.HeartbeatAsync(cancellationToken);
        try
        {
            await SendEventsAsync(stream, start.Responses, decision.Ended ?? new TaskCompletionSource<ConnectionEnd>().Task, cancellationToken);
        }
        catch (GraphQLException failed)
        {
            await SendErrorsAsync(stream, [failed.Error], cancellationToken);
        }
    }

    private async Task SendEventsAsync(
        EventStream stream, IAsyncEnumerable<ReadOnlyMemory<byte>> events, Task<ConnectionEnd> ended, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var responses = events.GetAsyncEnumerator(reading.Token);
        using var timer = new PeriodicTimer(parts.Options.HeartbeatInterval, parts.Clock);
        var beat = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
        var next = responses.MoveNextAsync().AsTask();
        try
        {
            while (await Task.WhenAny(ended, next, beat) != ended)
            {
                if (beat.IsCompleted)
                {
                    await stream.HeartbeatAsync(cancellationToken);
                    beat = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
                }

                if (!next.IsCompleted)
                {
                    continue;
                }

                if (!await next)
                {
                    return;
                }

                await stream.NextAsync(responses.Current, cancellationToken);
                next = responses.MoveNextAsync().AsTask();
            }

            await SendErrorsAsync(stream, [(await ended).Error], cancellationToken);
        }
        finally
        {
            await reading.CancelAsync();
            // An enumerator may not be disposed while it moves.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask SendErrorsAsync(EventStream stream, IReadOnlyList<GraphQLError> errors, CancellationToken cancellationToken)
    {
        var response = new ArrayBufferWriter<byte>();
        GraphQLEngine.WriteErrors(errors, response);
        await stream.NextAsync(response.WrittenMemory, cancellationToken);
    }
}
