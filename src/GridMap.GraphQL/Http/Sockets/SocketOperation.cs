using System.Buffers;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Requests;
using GridMap.GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Runs one operation of a connection: any number of `next`, then `complete`; or one `error`.</summary>
internal sealed partial class SocketOperation(GraphQLParts parts, HttpContext http, Outbox outbox)
{
    /// <summary>`end` is called once, before the last message, so that the client may use the id again when it reads that.</summary>
    public async Task RunAsync(string id, GraphQLRequest request, Action end, CancellationToken cancellationToken)
    {
        var encodedId = ServerMessage.EncodeId(id);
        byte[]? last;
        try
        {
            last = await SendAsync(encodedId, request, cancellationToken);
        }
        catch (RefusedRequestException refused)
        {
            last = Error(encodedId, [refused.Error]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            last = null;
        }
        catch (GraphQLException failed)
        {
            last = Error(encodedId, [failed.Error]);
        }
        catch (Exception fault)
        {
            LogFault(parts.Logger, fault);
            last = Error(encodedId, [RequestErrors.Fault]);
        }

        end();
        if (last is not null && !cancellationToken.IsCancellationRequested)
        {
            await outbox.SendAsync(last, CancellationToken.None);
        }
    }

    /// <summary>Sends the results; answers with the last message.</summary>
    private async Task<byte[]> SendAsync(byte[] id, GraphQLRequest request, CancellationToken cancellationToken)
    {
        var admission = parts.Gate.Admit(request);
        if (admission.Operation is null)
        {
            return Error(id, admission.Errors);
        }

        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        if (parts.Options.PrepareServices is { } prepareAsync)
        {
            await prepareAsync(http, scope.ServiceProvider, cancellationToken);
        }

        return admission.Operation.Type == OperationType.Subscription
            ? await SendEventsAsync(id, admission, scope.ServiceProvider, cancellationToken)
            : await SendResultAsync(id, admission, scope.ServiceProvider, cancellationToken);
    }

    private async Task<byte[]> SendResultAsync(byte[] id, Admission admission, IServiceProvider services, CancellationToken cancellationToken)
    {
        var response = new ArrayBufferWriter<byte>();
        if (!await parts.Run.TryExecuteAsync(admission, services, response, cancellationToken))
        {
            return Error(id, [RequestErrors.TimedOut]);
        }

        await outbox.SendAsync(ServerMessage.Next(id, response.WrittenSpan), cancellationToken);
        return ServerMessage.Complete(id);
    }

    private async Task<byte[]> SendEventsAsync(byte[] id, Admission admission, IServiceProvider services, CancellationToken cancellationToken)
    {
        var start = await parts.Engine.SubscribeAsync(admission.Operation!, admission.Variables!, services, cancellationToken);
        if (start.Responses is null)
        {
            return Error(id, start.Errors);
        }

        await foreach (var response in start.Responses.WithCancellation(cancellationToken))
        {
            await outbox.SendAsync(ServerMessage.Next(id, response.Span), cancellationToken);
        }

        return ServerMessage.Complete(id);
    }

    /// <summary>The last message of an operation that was not executed.</summary>
    public static byte[] Error(byte[] id, IReadOnlyList<GraphQLError> errors)
    {
        var response = new ArrayBufferWriter<byte>();
        GraphQLEngine.WriteErrors(errors, response);
        // The payload is the list alone: without `{"errors":` and `}`.
        return ServerMessage.Error(id, response.WrittenSpan[10..^1]);
    }

    [LoggerMessage(LogLevel.Error, "An operation on a socket failed")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
