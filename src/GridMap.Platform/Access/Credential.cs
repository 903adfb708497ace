using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>How a caller says who they are.</summary>
public enum CredentialKind
{
    None,
    Session,
    Token,

    /// <summary>Something is there, but it cannot be a key.</summary>
    Malformed,
}

/// <summary>What a request carries to say who asks.</summary>
public readonly record struct Credential(CredentialKind Kind, KeyHash Key)
{
    private const string Scheme = "Bearer ";

    public static Credential Malformed { get; } = new(CredentialKind.Malformed, default);

    /// <summary>A token goes before a cookie: a program that sends one does not mean the browser's session.</summary>
    public static Credential Read(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return OfBearer(authorization, OfToken);
        }

        return SessionCookie.Read(request) is { } cookie ? OfSession(cookie) : default;
    }

    /// <summary>Of a message that no browser sends by itself, so that a session may be in it as well as a token.</summary>
    public static Credential OfMessage(string authorization) =>
        OfBearer(authorization, static key => key.StartsWith(SecretKey.TokenPrefix, StringComparison.Ordinal) ? OfToken(key) : OfSession(key));

    public static Credential OfToken(string text) => Of(CredentialKind.Token, SecretKey.Hash(text, SecretKey.TokenPrefix));

    private static Credential OfSession(string text) => Of(CredentialKind.Session, SecretKey.Hash(text));

    private static Credential OfBearer(string authorization, Func<string, Credential> read) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? read(authorization[Scheme.Length..].Trim()) : Malformed;

    private static Credential Of(CredentialKind kind, KeyHash? key) => key is { } hash ? new Credential(kind, hash) : Malformed;
}
