using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation;

/// <summary>What all rules share while they judge one document: the schema, the facts of the document, and the errors found so far.</summary>
internal sealed class ValidationContext
{
    /// <summary>An error with more locations than anybody reads tells the first ones.</summary>
    private const int MaxLocations = 100;

    /// <summary>A document could have a name of any length told in every error of it; a message is cut here, and making it is work.</summary>
    private const int MaxMessageLength = 2_000;

    private const int LettersInAStep = 64;

    private static readonly IReadOnlyDictionary<string, object?> Extensions =
        new Dictionary<string, object?> { ["code"] = DocumentValidator.ErrorCode };

    private readonly ValidationOptions _options;

    private int _remainingWork;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        _options = options;
        _remainingWork = options.MaxWork;
        Facts = new(this);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public DocumentFacts Facts { get; }

    public List<GraphQLError> Errors { get; } = [];

    public int SpentWork => _options.MaxWork - _remainingWork;

    /// <summary>The type that the selections of a definition are on, if it is one that has fields.</summary>
    public CompositeType? TypeOf(ExecutableDefinitionNode definition) => definition is FragmentDefinitionNode fragment
        ? Schema.FindType(fragment.TypeCondition) as CompositeType
        : Schema.RootType(((OperationDefinitionNode)definition).Operation);

    /// <summary>The type that the selections of an inline fragment are on: its own, or else the one around it.</summary>
    public CompositeType? TypeWithin(InlineFragmentNode fragment, CompositeType? around) =>
        fragment.TypeCondition is { } condition ? Schema.FindType(condition) as CompositeType : around;

    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (Errors.Count >= _options.MaxErrors)
            throw new ValidationAbortedException("Too many validation errors, error limit reached. Validation aborted.");

        Spend(message.Length / LettersInAStep);
        var locations = new SourceLocation[Math.Min(nodes.Length, MaxLocations)];
        for (var index = 0; index < locations.Length; index++)
            locations[index] = Document.Source.LocationOf(nodes[index].Span.Start);

        var text = message.Length > MaxMessageLength ? $"{message[..MaxMessageLength]}..." : message;
        Errors.Add(ErrorOf(text) with { Locations = locations });
    }

    /// <summary>Counts steps of work that is not linear in the document, and ends it when a document asks for too much of it.</summary>
    public void Spend(int steps)
    {
        _remainingWork -= steps;
        if (_remainingWork < 0)
            Abort();
    }

    public static void Abort() => throw new ValidationAbortedException("Validation aborted.");

    /// <summary>` Did you mean "a" or "b"?` of the options that look like the name, or nothing.</summary>
    public string DidYouMean(string name, IEnumerable<string> options) => _options.HidesSuggestions ? "" : Suggestions.DidYouMean(name, options);

    /// <summary>The same, with what the options are in front of them.</summary>
    public string DidYouMean(string what, string name, IEnumerable<string> options) =>
        _options.HidesSuggestions ? "" : Suggestions.DidYouMean(what, name, options);

    /// <summary>The same of names that are worked out only if they may be told.</summary>
    public string DidYouMean(string what, Func<IReadOnlyList<string>> names) =>
        _options.HidesSuggestions ? "" : Suggestions.DidYouMean(names(), what + " ");

    public static GraphQLError ErrorOf(string message) => new(message) { Extensions = Extensions };
}
