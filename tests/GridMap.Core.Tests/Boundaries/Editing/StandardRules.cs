using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>The rules that the program comes with.</summary>
internal static class StandardRules
{
    public static string Text { get; } = Read();

    public static BoundaryRules All { get; } = BoundaryRuleBook.FromJson(Text).Value.Rules;

    private static string Read()
    {
        using var reader = new StreamReader(typeof(StandardRules).Assembly.GetManifestResourceStream("boundary-rules.json")!);
        return reader.ReadToEnd();
    }
}
