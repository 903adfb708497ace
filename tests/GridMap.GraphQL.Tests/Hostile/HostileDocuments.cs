using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Validation;

namespace GridMap.GraphQL.Tests.Hostile;

/// <summary>Documents on the schema of the corners that want to cost more than they weigh, and the code each is refused with.</summary>
public static class HostileDocuments
{
    private const string OverLimit = GraphQLSyntaxException.LimitCode;
    private const string Invalid = DocumentValidator.ErrorCode;

    public static IReadOnlyDictionary<string, (string Text, string? Code)> All { get; } = new Dictionary<string, (string Text, string? Code)>
    {
        ["fields nested ten thousand deep"] = (Nested("thing { ", "id", " }", 10_000, "{ ", " }"), OverLimit),
        ["lists nested ten thousand deep"] = (Nested("[", "", "]", 10_000, "{ echo(any: ", ") }"), OverLimit),
        ["objects nested ten thousand deep"] = (Nested("{inner: ", "{x: 1}", "}", 10_000, "{ point(at: ", ") }"), OverLimit),
        ["types nested ten thousand deep"] = (Nested("[", "Int", "]", 10_000, "query ($v: ", ") { echo }"), OverLimit),
        ["a hundred thousand aliases"] = ($"{{ {Repeat(100_000, index => $"a{index}: echo ")}}}", OverLimit),
        ["a list of a hundred thousand"] = ($"{{ lists(strict: [{Repeat(100_000, _ => "1 ")}]) }}", OverLimit),
        ["an object of a hundred thousand fields"] = ($"{{ echo(any: {{{Repeat(100_000, index => $"f{index}: 1 ")}}}) }}", OverLimit),
        ["a thousand directives at one field"] = ($"{{ echo {Repeat(1_000, _ => "@mark ")}}}", OverLimit),
        ["forty directives at each of a hundred fields"] = ($"{{ {Repeat(100, index => $"a{index}: echo {Repeat(40, _ => "@mark ")}")}}}", null),
        ["two megabytes of commas"] = ($"{{ echo {new string(',', 2_000_000)} }}", OverLimit),
        ["nearly a megabyte of commas"] = ($"{{ echo {new string(',', 1_000_000)} }}", null),
        ["a name of nearly a megabyte"] = ($"{{ {new string('a', 1_000_000)} }}", Invalid),
        ["an enum value of nearly a megabyte"] = ($"{{ echo(color: \"{new string('R', 1_000_000)}\") }}", Invalid),
        ["a directive of nearly a megabyte"] = ($"{{ echo @{new string('s', 1_000_000)} }}", Invalid),
        ["an undefined variable of nearly a megabyte"] = ($"{{ echo(int: ${new string('s', 1_000_000)}) }}", Invalid),
        ["a fragment that spreads itself"] = ("{ thing { ...A } } fragment A on Thing { self { ...A } }", Invalid),
        ["a thousand fragments in a ring"] =
            ($"{{ thing {{ ...F0 }} }} {Repeat(1_000, index => $"fragment F{index} on Thing {{ self {{ ...F{(index + 1) % 1_000} }} }} ")}", Invalid),
        ["sixty fragments that all spread each other"] =
            ($"{{ thing {{ ...F0 }} }} {Repeat(60, index => $"fragment F{index} on Thing {{ {Repeat(60, other => $"...F{other} ")} }} ")}", Invalid),
        ["fragments that double sixty times, one after another"] =
            ($"{{ thing {{ ...F0 }} }} {Repeat(60, index => $"fragment F{index} on Thing {{ ...F{index + 1} ...F{index + 1} }} ")} fragment F60 on Thing {{ id }}", null),
        ["fragments that double thirty times, one within another"] =
            ($"{{ thing {{ ...F0 }} }} {Repeat(30, index => $"fragment F{index} on Thing {{ a: self {{ ...F{index + 1} }} b: self {{ ...F{index + 1} }} }} ")} fragment F30 on Thing {{ id }}",
                ErrorCodes.ResponseTooLarge),
        ["eighteen hundred fields of one name that conflict"] = ($"{{ {Repeat(1_800, index => $"a: echo(int: {index}) ")}}}", Invalid),
        ["seven thousand fields of one name that merge"] = ($"{{ {Repeat(7_000, _ => "echo ")}}}", null),
        ["fields of one name that merge at every depth"] = ($"{{ {Doubled(10)} }}", null),
        ["fields of one name in fragments of two types"] =
            ($"{{ either {{ {Repeat(300, index => $"...T{index} ...O{index} ")}}} }} {Repeat(300, index => $"fragment T{index} on Thing {{ a: id n: self {{ a: id }} }} fragment O{index} on Other {{ a: id n: self {{ a: name }} }} ")}",
                Invalid),
        ["seven hundred operations over a chain of fragments"] =
            ($"{Repeat(700, index => $"query Q{index} {{ ...F0 }} ")} {Repeat(700, index => $"fragment F{index} on Query {{ echo ...F{index + 1} }} ")} fragment F700 on Query {{ echo }}", Invalid),
        ["three thousand unknown fields"] = ($"{{ {Repeat(3_000, index => $"ech{index} ")}}}", Invalid),
        ["two thousand unused variables"] = ($"query ({Repeat(2_000, index => $"$v{index}: Int ")}) {{ echo }}", Invalid),
        ["two thousand variables of one name"] = ($"query ({Repeat(2_000, _ => "$v: Int ")}) {{ echo(int: $v) }}", Invalid),
        ["introspection in circles"] = ("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", Invalid),
    };

    private static string Repeat(int times, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var index = 0; index < times; index++)
        {
            text.Append(part(index));
        }

        return text.ToString();
    }

    private static string Nested(string open, string inner, string close, int depth, string before, string after) =>
        $"{before}{Repeat(depth, _ => open)}{inner}{Repeat(depth, _ => close)}{after}";

    private static string Doubled(int depth) => depth == 0 ? "thing { id }" : $"thing {{ self {{ {Doubled(depth - 1)[8..^2]} }} self {{ {Doubled(depth - 1)[8..^2]} }} }}";
}
