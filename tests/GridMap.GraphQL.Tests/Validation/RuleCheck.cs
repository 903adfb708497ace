using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Validation;

namespace GridMap.GraphQL.Tests.Validation;

/// <summary>One rule alone against documents of the library; an error is written as its message and its places, `message (line:column, …)`.</summary>
internal sealed class RuleCheck(Func<ValidationContext, ValidationRule> rule)
{
    public void FindsNothing(string document) => Assert.Empty(Errors(document));

    public void Finds(string document, params string[] errors) => Assert.Equal(errors, Errors(document));

    public IEnumerable<string> Errors(string document, ValidationOptions? options = null, Schema? schema = null) =>
        DocumentValidator.Validate(ContextOf(document, options, schema), [rule]).Select(Show);

    public static ValidationContext ContextOf(string document, ValidationOptions? options = null, Schema? schema = null) =>
        new(schema ?? Library.Schema, GraphQLParser.Parse(new Source(document), ParserLimits.OwnText), options ?? ValidationOptions.Default);

    public static string Show(GraphQLError error) =>
        $"{error.Message} ({string.Join(", ", error.Locations.Select(place => $"{place.Line}:{place.Column}"))})";
}
