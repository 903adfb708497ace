using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Whether a password was right; why not, and after too many failures when to try again.</summary>
public readonly record struct PasswordAnswer(bool HasKnownPassword, Refusal? Refusal, int Status, TimeSpan? RetryAfter)
{
    public static PasswordAnswer Right(bool hasKnownPassword) => new(hasKnownPassword, null, StatusCodes.Status200OK, null);

    public static PasswordAnswer Refuse(Refusal refusal, int status, TimeSpan? retryAfter = null) => new(false, refusal, status, retryAfter);
}

/// <summary>Checks a login's password and counts failures. A wrong login, a wrong password and a disabled account are answered alike and take as long.</summary>
public sealed class CheckPassword(NpgsqlDataSource database, Passwords passwords, SignInTurns turns, AccessOptions options, TimeProvider clock)
{
    private static readonly Refusal Wrong = new("SIGN_IN_REFUSED", "Login or password is wrong, or the account is disabled.", "登录名或密码错误，或账号已停用。");

    private static readonly Refusal Locked = new("SIGN_IN_LOCKED", "Too many failed attempts; wait before the next one.", "失败次数过多，请稍后再试。");

    private static readonly Refusal Busy = new("SIGN_IN_BUSY", "Too many sign-ins at once; try again in a few seconds.", "登录请求过多，请数秒后重试。");

    public async Task<PasswordAnswer> RunAsync(string login, string password, string address, CancellationToken cancellationToken)
    {
        using var turn = await turns.FindAsync(login, cancellationToken);
        if (turn is null)
        {
            return PasswordAnswer.Refuse(Busy, StatusCodes.Status503ServiceUnavailable);
        }

        var candidate = await LoadAsync(login, address, cancellationToken);
        if (FindWait(candidate) is { } wait)
        {
            return PasswordAnswer.Refuse(Locked, StatusCodes.Status429TooManyRequests, wait);
        }

        if (await passwords.IsRightAsync(candidate.PasswordHash, password, cancellationToken) && !candidate.IsDisabled)
        {
            return PasswordAnswer.Right(candidate.HasKnownPassword);
        }

        // A guess that hangs up before the answer counts as well.
        await CountFailureAsync(login, address, CancellationToken.None);
        return PasswordAnswer.Refuse(Wrong, StatusCodes.Status401Unauthorized);
    }

    private async Task<Candidate> LoadAsync(string login, string address, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<CheckPassword>());
        command.Parameters.AddWithValue("login", login);
        command.Parameters.AddWithValue("address", address);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Candidate(
            reader.IsDBNull(0) ? null : reader.GetString(0),
            reader.GetBoolean(1),
            reader.GetBoolean(2),
            new Failures(reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4)),
            new Failures(reader.GetInt32(5), reader.GetFieldValue<DateTimeOffset>(6)));
    }

    private TimeSpan? FindWait(Candidate candidate)
    {
        var now = clock.GetUtcNow();
        var limits = options.SignIn;
        var ofLogin = candidate.OfLogin.Until(limits, limits.FreePerLogin);
        var ofAddress = candidate.OfAddress.Until(limits, limits.FreePerAddress);
        var until = ofLogin > ofAddress ? ofLogin : ofAddress;
        return until > now ? until - now : null;
    }

    private async Task CountFailureAsync(string login, string address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Sql.Beside<CheckPassword>("failure"));
        command.Parameters.AddWithValue("login", login);
        command.Parameters.AddWithValue("address", address);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("forget_before", (now - options.SignIn.ForgetAfter).UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private readonly record struct Failures(int Count, DateTimeOffset LastAt)
    {
        public DateTimeOffset Until(SignInLimits limits, int free) => LastAt + limits.WaitAfter(Count, free);
    }

    private readonly record struct Candidate(string? PasswordHash, bool HasKnownPassword, bool IsDisabled, Failures OfLogin, Failures OfAddress);
}
