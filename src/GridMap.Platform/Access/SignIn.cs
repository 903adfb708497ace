using GridMap.Core;
using GridMap.Core.Access;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>Who wants to come in, and from where.</summary>
public sealed record SignInRequest(string Login, string Password, string Address, string? Client, bool IsOwnMachine);

/// <summary>A session, or why there is none.</summary>
public readonly record struct SignInAnswer(OpenedSession? Session, PasswordAnswer Password);

/// <summary>Opens a session for a login with its password.</summary>
public sealed class SignIn(CheckPassword check, OpenSession open)
{
    private static readonly Refusal Known = new(
        "PASSWORD_KNOWN",
        "Everyone can read this demo password, so it works only on the server's own machine: set another with gridmap account reset-password.",
        "演示密码是公开的，仅可在服务器本机使用：请用 gridmap account reset-password 重设。");

    public async Task<SignInAnswer> RunAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var login = PasswordRules.Normalize(request.Login);
        var answer = await check.RunAsync(login, request.Password, request.Address, cancellationToken);
        if (answer.Refusal is not null)
        {
            return new SignInAnswer(null, answer);
        }

        return answer.HasKnownPassword && !request.IsOwnMachine
            ? new SignInAnswer(null, PasswordAnswer.Refuse(Known, StatusCodes.Status403Forbidden))
            : new SignInAnswer(await open.RunAsync(login, request.Address, request.Client, cancellationToken), answer);
    }
}
