using GridMap.Core.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Access;

/// <summary>Who makes this request, once it is known; an operation takes the <see cref="Caller"/> itself as a parameter.</summary>
public sealed class RequestCaller
{
    private static readonly object ItemKey = new();

    public Caller Caller { get; private set; } = Caller.Anonymous;

    public Credential Credential { get; private set; }

    /// <summary>Of a request, or of the connection it opened.</summary>
    public static RequestCaller Of(HttpContext http) => http.Items[ItemKey] as RequestCaller ?? new RequestCaller();

    /// <summary>Tells further services of a connection, such as those of one operation on a socket, who opened it.</summary>
    public static void Hand(HttpContext http, IServiceProvider services)
    {
        var opener = Of(http);
        var caller = services.GetRequiredService<RequestCaller>();
        (caller.Caller, caller.Credential) = (opener.Caller, opener.Credential);
    }

    public void Is(Caller caller, Credential credential, HttpContext http)
    {
        (Caller, Credential) = (caller, credential);
        http.Items[ItemKey] = this;
    }
}
