using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Language;

/// <summary>Reads texts of the language into syntax trees; a text that is wrong is a <see cref="GraphQLSyntaxException"/>.</summary>
public static class GraphQLParser
{
    /// <summary>Reads a document: operations and fragments, or a type system, or both.</summary>
    public static DocumentNode Parse(Source source, ParserLimits? limits = null) =>
        new Parser(source, limits ?? ParserLimits.Default).Document();

    /// <summary>Reads a value that may hold variables.</summary>
    public static ValueNode ParseValue(Source source, ParserLimits? limits = null) =>
        new Parser(source, limits ?? ParserLimits.Default).Whole(static (ref parser) => parser.Value(isConstant: false));

    /// <summary>Reads a value without variables.</summary>
    public static ValueNode ParseConstantValue(Source source, ParserLimits? limits = null) =>
        new Parser(source, limits ?? ParserLimits.Default).Whole(static (ref parser) => parser.Value(isConstant: true));

    /// <summary>Reads a reference to a type, such as `[Int!]`.</summary>
    public static TypeNode ParseType(Source source, ParserLimits? limits = null) =>
        new Parser(source, limits ?? ParserLimits.Default).Whole(static (ref parser) => parser.Type());
}
