using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Validation;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>From a text to a document that can be executed: parsed, validated, checked.</summary>
internal sealed class DocumentPreparation(PlanningContext context, GraphQLOptions options)
{
    public PreparedDocument Prepare(ReadOnlyMemory<byte> text)
    {
        DocumentNode document;
        try
        {
            document = GraphQLParser.Parse(new Source(text), options.ParserLimits);
        }
        catch (GraphQLSyntaxException invalid)
        {
            return new() { Document = null, Operations = [], Errors = [invalid.Error] };
        }

        var errors = Check(document);
        return new()
        {
            Document = document,
            Errors = errors,
            Operations = errors.Count > 0 ? [] : OperationsOf(document),
        };
    }

    /// <summary>Further checks may rely on a valid document.</summary>
    private IReadOnlyList<GraphQLError> Check(DocumentNode document)
    {
        var errors = DocumentValidator.Validate(context.Schema, document, options.Validation);
        return errors.Count > 0 ? errors : [.. options.Checks.SelectMany(check => check(context.Schema, document))];
    }

    private List<PreparedOperation> OperationsOf(DocumentNode document)
    {
        var executable = new ExecutableDocument(context, document);
        return [.. document.Definitions.OfType<OperationDefinitionNode>().Select(node => new PreparedOperation(executable, node))];
    }
}
