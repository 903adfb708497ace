namespace GridMap.GraphQL.Types.Scalars;

/// <summary>The scalars of the specification (section 3.5).</summary>
internal static class BuiltInScalars
{
    public static IReadOnlyDictionary<string, ScalarCoercion> Coercions { get; } = new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal)
    {
        ["Int"] = new IntCoercion(),
        ["Float"] = new FloatCoercion(),
        ["String"] = new StringCoercion(),
        ["Boolean"] = new BooleanCoercion(),
        ["ID"] = new IdCoercion(),
    };
}
