using System.Reflection;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Http;

/// <summary>What one subject gives the schema: its SDL, its resolver classes, its scalars. Subjects extend the root types: `extend type Query { … }`.</summary>
public sealed record GraphQLSubject
{
    private const string Extension = ".graphql";

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<Type> ResolverClasses { get; init; }

    /// <summary>
    /// The subject of a resolver class: every `Folder/Name.graphql` that its assembly embeds from the folder of its namespace,
    /// and every class there that is marked as one of resolvers.
    /// </summary>
    public static GraphQLSubject Around(Type resolverClass)
    {
        var (assembly, subject) = (resolverClass.Assembly, resolverClass.Namespace!);
        return new GraphQLSubject
        {
            Sources = [.. assembly.GetManifestResourceNames().Where(name => IsOf(subject, name)).Order(StringComparer.Ordinal).Select(name => Read(assembly, name))],
            ResolverClasses = [.. assembly.GetTypes().Where(type => type.Namespace == subject && IsResolverClass(type)).OrderBy(type => type.FullName, StringComparer.Ordinal)],
        };
    }

    internal static Source Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{assembly.GetName().Name} does not embed {name}.");
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new Source(text, name);
    }

    /// <summary>`Place/Place.graphql` is of a namespace that ends in `.Place`.</summary>
    private static bool IsOf(string subject, string resource) =>
        resource.EndsWith(Extension, StringComparison.Ordinal)
        && Path.GetDirectoryName(resource) is { Length: > 0 } folder
        && subject.EndsWith($".{folder.Replace('/', '.')}", StringComparison.Ordinal);

    private static bool IsResolverClass(Type type) => type.GetCustomAttributes().Any(static attribute =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute or ExtendObjectTypeAttribute
        || (attribute.GetType() is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(ObjectTypeAttribute<>)));
}
