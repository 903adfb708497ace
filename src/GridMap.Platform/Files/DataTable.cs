namespace GridMap.Platform.Files;

/// <summary>A table as it goes into a file.</summary>
/// <param name="Name">Of the sheet, 1 to 31 characters without `[ ] : * ? / \`.</param>
/// <param name="Head">A name for each column.</param>
/// <param name="Rows">In each row a string, an int, a double or null for each column; a double keeps every digit.</param>
public sealed record DataTable(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<object?>> Rows);
