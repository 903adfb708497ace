using System.Text.Json;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Asks whether a type system holds, and keeps it under its number.</summary>
public sealed record SchemaQuestion(int Schema, string Text);

/// <summary>Asks what becomes of a document on a schema that was asked about before.</summary>
public sealed record DocumentQuestion(int Schema, string Text, JsonElement Variables, string? Operation);

/// <summary>What npm graphql makes of a text.</summary>
public sealed record ReferenceAnswer
{
    /// <summary>Set if the text is not in the language.</summary>
    public ReferenceError? Syntax { get; init; }

    /// <summary>Set if npm graphql itself failed, so that there is nothing to compare with.</summary>
    public string? Crash { get; init; }

    /// <summary>The text as its printer writes it.</summary>
    public string? Printed { get; init; }

    public IReadOnlyList<ReferenceError> Errors { get; init; } = [];

    /// <summary>Of a schema that holds.</summary>
    public string? PrintedSchema { get; init; }

    /// <summary>Of a document that holds: one response, or one for each event of a subscription.</summary>
    public IReadOnlyList<ReferenceResult> Results { get; init; } = [];
}

public sealed record ReferenceError(string Message, IReadOnlyList<ReferenceLocation>? Locations, IReadOnlyList<JsonElement>? Path, string? Rule)
{
    public IReadOnlyList<ReferenceLocation> Locations { get; } = Locations ?? [];

    public IReadOnlyList<JsonElement> Path { get; } = Path ?? [];

    /// <summary>Message and places in one text, to compare sets of them.</summary>
    public override string ToString() => $"{Message} @{string.Join(",", Locations.Select(location => $"{location.Line}:{location.Column}"))}";
}

public sealed record ReferenceLocation(int Line, int Column);

/// <summary>`Data` is undefined where the request was not executed.</summary>
public sealed record ReferenceResult(JsonElement Data, IReadOnlyList<ReferenceError>? Errors);
