namespace GridMap.Core.Access;

/// <summary>What a login and a password must be.</summary>
public static class PasswordRules
{
    public const int ShortestPassword = 10;

    // The hash takes its time over every character it is given.
    public const int LongestPassword = 128;
    public const int LongestLogin = 64;

    public static Refusal? FindLoginRefusal(string login) =>
        login.Length is > 0 and <= LongestLogin && char.IsAsciiLetterOrDigit(login[0]) && login.All(IsLoginCharacter)
            ? null
            : new Refusal(
                "LOGIN_MALFORMED",
                $"A login is 1 to {LongestLogin} lower-case letters, digits, dots, underscores or hyphens and begins with a letter or digit.",
                $"登录名须为 1 至 {LongestLogin} 个小写字母、数字、点、下划线或连字符，并以字母或数字开头。");

    public static Refusal? FindPasswordRefusal(string password, string login)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
        {
            return new Refusal(
                "PASSWORD_LENGTH",
                $"A password has {ShortestPassword} to {LongestPassword} characters.",
                $"密码长度须为 {ShortestPassword} 至 {LongestPassword} 个字符。");
        }

        return password.Contains(login, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 4
            ? new Refusal("PASSWORD_WEAK", "Choose a password without the login in it and with more different characters.", "密码过于简单：不能包含登录名，且须使用更多不同的字符。")
            : null;
    }

    /// <summary>The login as it is stored.</summary>
    public static string Normalize(string login) => login.Trim().ToLowerInvariant();

    private static bool IsLoginCharacter(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '_' or '-';
}
