using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GridMap.Platform.Access;

/// <summary>Hashes and checks passwords with ASP.NET Core's hasher (PBKDF2-HMAC-SHA512), never on all processors at once.</summary>
public sealed class Passwords : IDisposable
{
    // What OWASP's password storage guide asks of PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim _processors = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobodys;

    public Passwords() => _nobodys = new Lazy<string>(() => _hasher.HashPassword("", SecretKey.Create()));

    public string Hash(string password) => _hasher.HashPassword("", password);

    /// <summary>Takes as long for a login that nobody has (a null hash) as for any other.</summary>
    public async Task<bool> IsRightAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        await _processors.WaitAsync(cancellationToken);
        try
        {
            var result = await Task.Run(() => _hasher.VerifyHashedPassword("", hash ?? _nobodys.Value, password), cancellationToken);
            return hash is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            _processors.Release();
        }
    }

    public void Dispose() => _processors.Dispose();
}
