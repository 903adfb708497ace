using GridMap.Core;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.Platform.Schema;

/// <summary>A refusal where a field has no place for one: an error of the field with the refusal's code.</summary>
public static class Refusals
{
    public static GraphQLException AsError(this Refusal refusal) => new(new GraphQLError(refusal.Remedy)
    {
        Extensions = new Dictionary<string, object?> { ["code"] = refusal.Code, ["messageZh"] = refusal.RemedyChinese },
    });

    /// <summary>Throws the refusal, if there is one, as an error of the field.</summary>
    public static void ThrowAsError(this Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw refusal.AsError();
        }
    }

    /// <summary>The value, or the refusal as an error of the field.</summary>
    public static T OrError<T>(this Result<T> result) => result.Refusal is { } refusal ? throw refusal.AsError() : result.Value;
}

/// <summary>A refusal in the schema.</summary>
[ObjectType<Refusal>]
public static class RefusalResolvers
{
    public static string Message([Parent] Refusal refusal) => refusal.Remedy;

    public static string MessageZh([Parent] Refusal refusal) => refusal.RemedyChinese;
}
