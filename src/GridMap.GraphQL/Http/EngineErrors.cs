using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Http;

/// <summary>The errors that the engine finds before it executes: their messages are the reference implementation's, their codes and the Chinese remedies are ours.</summary>
internal static class EngineErrors
{
    private const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    private static readonly Dictionary<string, string> Remedies = new(StringComparer.Ordinal)
    {
        [GraphQLSyntaxException.SyntaxCode] = "文档有语法错误：请修改 locations 所指之处。",
        [GraphQLSyntaxException.LimitCode] = "文档过大或嵌套过深：请缩短或拆分。",
        [ValidationFailed] = "文档与 schema 不符：请修改 locations 所指之处。",
        [ErrorCodes.InvalidVariable] = "变量的值与其类型不符：请改正后重试。",
        [ErrorCodes.OperationNotFound] = "无法确定要执行哪个操作：请用 operationName 指明文档中的一个操作。",
    };

    /// <summary>With the code of validation where it has none, and with the remedy of its code.</summary>
    public static GraphQLError Worded(GraphQLError error)
    {
        var code = error.Extensions.TryGetValue("code", out var known) && known is string own ? own : ValidationFailed;
        var extensions = new Dictionary<string, object?>(error.Extensions) { ["code"] = code };
        if (Remedies.TryGetValue(code, out var remedy))
        {
            extensions.TryAdd("messageZh", remedy);
        }

        return error with { Extensions = extensions };
    }
}
