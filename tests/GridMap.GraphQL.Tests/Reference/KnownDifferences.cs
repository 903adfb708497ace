using System.Text.RegularExpressions;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>
/// Where the engine parts from npm graphql 16 on purpose: what it says and npm graphql does not, and why. Whatever is not here and differs is a fault.
/// </summary>
public static class KnownDifferences
{
    private static readonly (string Pattern, string Reason)[] All =
    [
        ("^The (query|mutation|subscription) operation is not supported by the schema\\.",
            "Specification of September 2025, section 5.2.1.1: the root type must exist; npm graphql 16 finds it out only when it executes."),
        ("^(Anonymous )?Subscription .*must not use `@skip` or `@include` directives in the top level selection\\.",
            "Specification of September 2025, section 5.2.4.1; npm graphql 16 allows them, and throws if the only field is skipped."),
        ("^Float cannot represent non numeric value: [0-9.]+[eE][0-9]+ ",
            "Section 3.5.2: a Float is finite; npm graphql 16 takes 1e309 for Infinity and writes null."),
        ("^All root types must be different,",
            "Section 3.3.1: root types must be different; npm graphql 16 does not look."),
        ("^A schema has only definitions of types and directives, no operations or fragments\\.",
            "Section 3.2: a type system document has no executable definitions; npm graphql 16 passes over them."),
        ("^Interface field .* is not deprecated, so implementation field .* must not be deprecated\\.",
            "Section 3.6, IsValidImplementation, of September 2025; npm graphql 16 does not look."),
        ("^[^ ]+ has invalid default value",
            "Section 3.6.1: a default is a value of its type; npm graphql 16 does not look."),
    ];

    /// <summary>
    /// Whether this is said only because of another error that both tell: who implements what is not an interface hands it on to those that implement him,
    /// and of two types of one name each engine takes another for the one that is extended.
    /// </summary>
    public static bool Follows(string error, IEnumerable<string> others) =>
        (error.Contains(" because it is implemented by ", StringComparison.Ordinal)
            && others.Any(other => other.Contains(" must only implement Interface types", StringComparison.Ordinal)))
        || (error.StartsWith("Cannot extend non-", StringComparison.Ordinal)
            && others.Any(other => other.StartsWith("There can be only one type named", StringComparison.Ordinal)));

    /// <summary>
    /// Whether two messages are the same but for a long token, which the engine cuts short (…): npm graphql answers a megabyte with a megabyte.
    /// </summary>
    public static bool IsCutShort(string expected, string actual) =>
        actual.Split("…\"") is [var start, var end] && expected.StartsWith(start, StringComparison.Ordinal) && expected.EndsWith(end, StringComparison.Ordinal);

    /// <summary>Whether the engine says this on purpose where npm graphql says nothing.</summary>
    public static bool Cover(string error) => All.Any(each => Regex.IsMatch(error, each.Pattern));
}
