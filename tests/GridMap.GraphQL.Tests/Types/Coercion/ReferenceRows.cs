namespace GridMap.GraphQL.Tests.Types.Coercion;

/// <summary>Rows of `type|input|outcome`, the outcome as npm graphql gave it.</summary>
internal static class ReferenceRows
{
    public static TheoryData<string, string, string> Of(string text)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in text.Split('\n').Select(row => row.Split('|', 3)))
            rows.Add(cells[0], cells[1], cells[2]);

        return rows;
    }
}
