namespace GridMap.GraphQL.Tests.Http.Limits;

/// <summary>Introspection as deep as the usual tools ask for it.</summary>
internal static class ToolIntrospection
{
    private const string Type = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }";

    public const string Query = $$"""
        query IntrospectionQuery {
          __schema {
            description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) {
                name description args(includeDeprecated: true) { ...Input } type { {{Type}} } isDeprecated deprecationReason
              }
              inputFields(includeDeprecated: true) { ...Input }
              interfaces { {{Type}} }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { {{Type}} }
            }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
          }
        }
        fragment Input on __InputValue { name description type { {{Type}} } defaultValue isDeprecated deprecationReason }
        """;
}
