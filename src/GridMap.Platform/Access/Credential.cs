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

    /// <summary>A token goes before a cookie: a program that sends one does not mean the browser's session.</summary>
    public static Credential Read(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                ? OfToken(authorization[Scheme.Length..].Trim())
                : new Credential(CredentialKind.Malformed, default);
        }

        if (SessionCookie.Read(request) is not { } cookie)
        {
            return default;
        }

        return SecretKey.Hash(cookie) is { } key ? new Credential(CredentialKind.Session, key) : new Credential(CredentialKind.Malformed, default);
    }

    public static Credential OfToken(string text) =>
        SecretKey.Hash(text, SecretKey.TokenPrefix) is { } key ? new Credential(CredentialKind.Token, key) : new Credential(CredentialKind.Malformed, default);
}
