using System.Reflection;
using System.Text.Json;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>The names that methods and parameters have in the schema.</summary>
internal static class FieldNames
{
    public static string OfMethod(MethodInfo method)
    {
        if (method.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
            return named.Name;

        var name = method.Name;
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]))
        {
            name = name[3..];
        }

        if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5)
        {
            name = name[..^5];
        }

        return JsonNamingPolicy.CamelCase.ConvertName(name);
    }

    public static string OfParameter(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
}
