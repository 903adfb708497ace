using System.Text;

namespace GridMap.GraphQL.Execution.Inputs;

/// <summary>The names of .NET enum members as they are in a schema: `InProgress` is `IN_PROGRESS`.</summary>
internal static class EnumNames
{
    public static string InSchema(string member)
    {
        var name = new StringBuilder(member.Length + 4);
        for (var i = 0; i < member.Length; i++)
        {
            if (i > 0 && StartsWord(member, i))
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }

    /// <summary>An upper-case letter behind a lower-case one or a digit, or the last one of several in front of a lower-case one.</summary>
    private static bool StartsWord(string member, int i)
    {
        if (!char.IsUpper(member[i]) || member[i - 1] == '_')
            return false;

        return !char.IsUpper(member[i - 1]) || (i + 1 < member.Length && char.IsLower(member[i + 1]));
    }
}
