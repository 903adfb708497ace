using System.Text.RegularExpressions;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Language;

/// <summary>Names an element of a schema (specification, section 2.14): `Incident`, `Incident.step`, `Query.incidents(first:)`, `@oneOf`.</summary>
public sealed partial record SchemaCoordinate
{
    private const string Word = "[A-Za-z_][0-9A-Za-z_]*";

    private SchemaCoordinate(Match match)
    {
        IsDirective = match.Groups["at"].Success;
        Name = match.Groups["name"].Value;
        Member = match.Groups["member"] is { Success: true } member ? member.Value : null;
        Argument = match.Groups["argument"] is { Success: true } argument ? argument.Value : null;
    }

    public bool IsDirective { get; }

    /// <summary>Of the type or the directive.</summary>
    public string Name { get; }

    /// <summary>A field, an input field or an enum value.</summary>
    public string? Member { get; }

    public string? Argument { get; }

    public static SchemaCoordinate Parse(string text) => Grammar().Match(text) is { Success: true } match
        ? new(match)
        : throw new GraphQLSyntaxException(new Source(text), 0, "Expected a schema coordinate.");

    public override string ToString() =>
        (IsDirective ? "@" : "") + Name + (Member is null ? "" : $".{Member}") + (Argument is null ? "" : $"({Argument}:)");

    [GeneratedRegex($@"\A(?:(?:(?<at>@)(?<name>{Word})|(?<name>{Word})\.(?<member>{Word}))(?:\((?<argument>{Word}):\))?|(?<name>{Word}))\z")]
    private static partial Regex Grammar();
}
