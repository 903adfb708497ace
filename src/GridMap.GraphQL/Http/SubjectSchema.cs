using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Http;

/// <summary>Puts the subjects together to one schema and binds their resolvers.</summary>
internal static class SubjectSchema
{
    private static readonly string[] RootTypes = ["Query", "Mutation", "Subscription"];

    public static GraphQLEngine Build(IEnumerable<GraphQLSubject> subjects, IEnumerable<GraphQLScalar> scalars, GraphQLOptions? options, ILogger<GraphQLEngine> logger)
    {
        List<GraphQLSubject> all = [.. subjects];
        var resolvers = new ResolverSet();
        foreach (var resolverClass in all.SelectMany(subject => subject.ResolverClasses).Distinct())
        {
            resolvers.Add(resolverClass);
        }

        return new GraphQLEngine(Schema(all, scalars), resolvers, options, logger);
    }

    private static Schema Schema(List<GraphQLSubject> subjects, IEnumerable<GraphQLScalar> scalars)
    {
        var assembly = typeof(SubjectSchema).Assembly;
        List<DocumentNode> documents =
        [
            Parse(GraphQLSubject.Read(assembly, "GridMap.GraphQL.Http.Limits.CostDirectives.graphql")),
            .. subjects.SelectMany(subject => subject.Sources).Select(Parse),
        ];
        var builder = new SchemaBuilder().AddCommonScalars();
        foreach (var scalar in scalars)
        {
            builder.AddScalar(scalar.Name, scalar.Coercion);
        }

        documents.AddRange(MissingRoots(documents).ToList());
        documents.ForEach(document => builder.AddDocument(document));
        return builder.Build();
    }

    /// <summary>Definitions of the root types that subjects extend and none defines.</summary>
    private static IEnumerable<DocumentNode> MissingRoots(List<DocumentNode> documents)
    {
        var types = documents.SelectMany(document => document.Definitions).OfType<ObjectTypeDefinitionNode>().ToLookup(type => type.Name.Value, StringComparer.Ordinal);
        return RootTypes
            .Where(name => types[name].Any() && types[name].All(type => type.IsExtension))
            .Select(name => Parse(new Source(Encoding.UTF8.GetBytes($"type {name}"), name)));
    }

    private static DocumentNode Parse(Source source)
    {
        try
        {
            return GraphQLParser.Parse(source, ParserLimits.OwnText);
        }
        catch (GraphQLSyntaxException unreadable)
        {
            throw new SchemaException([new SchemaError(unreadable.Error, source.Name)]);
        }
    }
}
