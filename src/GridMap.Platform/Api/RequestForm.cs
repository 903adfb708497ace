using GridMap.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Platform.Api;

/// <summary>The form of a request, read within limits.</summary>
public static class RequestForm
{
    private static readonly Refusal Malformed = new(
        "FORM_MALFORMED", "The form is broken or has too many or too long fields.", "表单格式有误，或字段过多、过长。");

    /// <summary>Hands the form on, or refuses what is none: over a limit, cut off in the middle of a part, in an encoding that is not spoken.</summary>
    public static async Task<Result<T>> ReadAsync<T>(
        HttpRequest request, FormOptions limits, Func<IFormCollection, Result<T>> read, CancellationToken cancellationToken)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(limits, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException))
        {
            return Malformed;
        }

        return read(form);
    }
}
