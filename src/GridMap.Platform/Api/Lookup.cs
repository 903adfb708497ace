using GridMap.Core;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Api;

/// <summary>Answers for one thing by its key: 400 for a key that cannot be one, 404 for one that nothing has.</summary>
public static class Lookup
{
    public static async Task<IResult> AnswerAsync<TKey, T>(
        Result<TKey> key, Func<TKey, CancellationToken, Task<T?>> find, Refusal unknown, HttpContext http)
        where T : class
    {
        if (key.Refusal is { } refusal)
        {
            return Problem.BadRequest(refusal, http);
        }

        return await find(key.Value, http.RequestAborted) is { } found ? Results.Ok(found) : Problem.NotFound(unknown, http);
    }
}
