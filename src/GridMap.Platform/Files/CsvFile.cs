using System.Globalization;
using System.Text;

namespace GridMap.Platform.Files;

/// <summary>Writes a table as spreadsheets open it with its Chinese: UTF-8 with a byte order mark, CR LF, quoted as in RFC 4180.</summary>
public static class CsvFile
{
    public const string MediaType = "text/csv; charset=utf-8";

    public static byte[] Write(DataTable table)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in table.Rows.Prepend([.. table.Head]))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(Harmless(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value} is neither text nor a number.", nameof(value)),
    };

    // A name that a spreadsheet would take for a formula is kept a text.
    private static string Harmless(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !double.TryParse(text, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
