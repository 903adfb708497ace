using System.Data.Common;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Http.Sockets;
using GridMap.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Schema;

/// <summary>
/// Who is on a GraphQL socket or event stream, and for how long: asked again every second and with every operation, and ended as soon as the caller
/// is nobody any more or has other roles.
/// </summary>
public sealed class ConnectionAccess(KnownCallers known, TimeProvider clock)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    /// <summary>A token or session in the payload's `authorization` goes before what came with the request itself.</summary>
    public async ValueTask<ConnectionDecision> DecideAsync(HttpContext http, JsonElement payload, CancellationToken cancellationToken)
    {
        var credential = FindCredential(payload) ?? RequestCaller.Of(http).Credential;
        if (await known.FindAsync(credential, cancellationToken) is not { } caller)
        {
            return new ConnectionDecision(ConnectionEnds.SignInFirst);
        }

        if (!AccessRules.AllowsSomewhere(caller, Permission.SeeMap))
        {
            return new ConnectionDecision(ConnectionEnds.NotAllowed);
        }

        http.RequestServices.GetRequiredService<RequestCaller>().Is(caller, credential, http);
        return new ConnectionDecision(Ended: WatchAsync(caller, credential, cancellationToken));
    }

    /// <summary>Tells the services of one operation who asks, as long as it is still the same one with the same roles.</summary>
    public async ValueTask HandAsync(HttpContext http, IServiceProvider services, CancellationToken cancellationToken)
    {
        var opener = RequestCaller.Of(http);
        if (await FindEndAsync(opener.Caller, opener.Credential, cancellationToken) is { } end)
        {
            throw new GraphQLException(end.Error);
        }

        RequestCaller.Hand(http, services);
    }

    private async Task<ConnectionEnd> WatchAsync(Caller caller, Credential credential, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(AskEvery, clock, cancellationToken);
            try
            {
                if (await FindEndAsync(caller, credential, cancellationToken) is { } end)
                {
                    return end;
                }
            }
            catch (DbException)
            {
                // A database that is away can take nothing back, and has nothing to tell either.
            }
        }
    }

    private async ValueTask<ConnectionEnd?> FindEndAsync(Caller caller, Credential credential, CancellationToken cancellationToken)
    {
        var now = await known.FindAsync(credential, cancellationToken);
        return now is null ? ConnectionEnds.SessionEnded : now.Equals(caller) ? null : ConnectionEnds.AccessChanged;
    }

    private static Credential? FindCredential(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("authorization", out var authorization))
        {
            return null;
        }

        return authorization.ValueKind == JsonValueKind.String ? Credential.OfMessage(authorization.GetString()!) : Credential.Malformed;
    }
}
