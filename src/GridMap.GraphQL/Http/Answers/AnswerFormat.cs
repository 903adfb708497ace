namespace GridMap.GraphQL.Http.Answers;

/// <summary>How an answer is written.</summary>
internal enum AnswerFormat
{
    /// <summary>`application/graphql-response+json`: the status tells of request errors.</summary>
    GraphQLResponse,

    /// <summary>`application/json`: every answer to a well-formed request is a 200.</summary>
    Json,

    /// <summary>`text/event-stream`: each result an event.</summary>
    EventStream,
}
