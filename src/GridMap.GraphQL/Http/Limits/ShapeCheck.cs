using System.Runtime.CompilerServices;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>Whether an operation asks for no more than is allowed, as far as its text tells; each is measured once.</summary>
internal sealed class ShapeCheck(OperationLimits limits, bool allowsIntrospection)
{
    private readonly ConditionalWeakTable<PreparedOperation, IReadOnlyList<GraphQLError>> _found = [];

    public IReadOnlyList<GraphQLError> Find(DocumentNode document, PreparedOperation operation) =>
        _found.TryGetValue(operation, out var known) ? known : _found.GetValue(operation, _ => [.. Check(OperationShape.Of(document, operation.Node))]);

    private IEnumerable<GraphQLError> Check(OperationShape shape)
    {
        if (shape.Introspects && !allowsIntrospection)
        {
            yield return RequestErrors.IntrospectionDisabled;
        }

        (string Code, string What, string WhatChinese, long Found, long Limit)[] measures =
        [
            ("DEPTH_EXCEEDED", "levels of fields", "层字段嵌套", shape.Depth, limits.MaxDepth),
            ("ALIASES_EXCEEDED", "aliases", "个别名", shape.Aliases, limits.MaxAliases),
            ("DIRECTIVES_EXCEEDED", "directives", "个指令", shape.Directives, limits.MaxDirectives),
            ("ROOT_FIELDS_EXCEEDED", "root fields", "个根字段", shape.RootFields, limits.MaxRootFields),
        ];
        foreach (var (code, what, whatChinese, found, limit) in measures.Where(measure => measure.Found > measure.Limit))
        {
            yield return RequestErrors.OverLimit(code, what, whatChinese, found, limit);
        }
    }
}
