using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Building;

/// <summary>What the built-in directives say about the place they stand at (specification, sections 3.13.3 to 3.13.5).</summary>
internal static class AppliedDirectives
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static string? DeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, "deprecated") is { } deprecated ? Text(deprecated, "reason") ?? DefaultDeprecationReason : null;

    public static string? SpecifiedBy(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, "specifiedBy") is { } specifiedBy ? Text(specifiedBy, "url") : null;

    public static bool IsOneOf(IReadOnlyList<DirectiveNode> directives) => Find(directives, "oneOf") is not null;

    public static DirectiveNode? Find(IReadOnlyList<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static string? Text(DirectiveNode directive, string argument) =>
        directive.Arguments.FirstOrDefault(node => node.Name.Value == argument)?.Value is StringValueNode text ? text.Value : null;
}
