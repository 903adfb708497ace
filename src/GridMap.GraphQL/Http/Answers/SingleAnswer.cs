using System.Buffers;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http.Answers;

/// <summary>Answers with one response, or with several for a batch, straight into the response's pipe.</summary>
internal sealed class SingleAnswer(OperationRun run)
{
    /// <summary>The result of an operation.</summary>
    public async Task SendAsync(HttpContext http, AnswerFormat format, Admission admission)
    {
        var output = new CountedWriter(http.Response.BodyWriter);
        if (await run.TryExecuteAsync(admission, http.RequestServices, output, http.RequestAborted))
        {
            await SendAsync(http, format, StatusCodes.Status200OK, output);
        }
        else
        {
            await SendErrorsAsync(http, format, StatusCodes.Status503ServiceUnavailable, [RequestErrors.TimedOut]);
        }
    }

    /// <summary>The results of a batch in its order, one after another.</summary>
    public async Task SendBatchAsync(HttpContext http, AnswerFormat format, IReadOnlyList<Admission> admissions)
    {
        var output = new CountedWriter(http.Response.BodyWriter);
        var separator = (byte)'[';
        foreach (var admission in admissions)
        {
            output.Write([separator]);
            separator = (byte)',';
            if (admission.Operation is null)
            {
                GraphQLEngine.WriteErrors(admission.Errors, output);
            }
            else if (!await run.TryExecuteAsync(admission, http.RequestServices, output, http.RequestAborted))
            {
                GraphQLEngine.WriteErrors([RequestErrors.TimedOut], output);
            }
        }

        output.Write("]"u8);
        await SendAsync(http, format, StatusCodes.Status200OK, output);
    }

    /// <summary>Request errors: of a well-formed request, so a 200 where the media type is the legacy one.</summary>
    public static Task SendErrorsAsync(HttpContext http, AnswerFormat format, int status, IReadOnlyList<GraphQLError> errors)
    {
        var output = new CountedWriter(http.Response.BodyWriter);
        GraphQLEngine.WriteErrors(errors, output);
        return SendAsync(http, format, format == AnswerFormat.Json ? StatusCodes.Status200OK : status, output);
    }

    /// <summary>The refusal of what is no well-formed request.</summary>
    public static Task RefuseAsync(HttpContext http, AnswerFormat format, int status, GraphQLError error)
    {
        var output = new CountedWriter(http.Response.BodyWriter);
        GraphQLEngine.WriteErrors([error], output);
        return SendAsync(http, format, status, output);
    }

    private static async Task SendAsync(HttpContext http, AnswerFormat format, int status, CountedWriter written)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = format == AnswerFormat.GraphQLResponse ? Acceptance.GraphQLResponse : Acceptance.Json;
        response.ContentLength = written.Count;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept";
        await response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
