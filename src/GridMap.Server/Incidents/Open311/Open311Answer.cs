using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using GridMap.Core;

namespace GridMap.Server.Incidents.Open311;

/// <summary>The two forms every GeoReport answer comes in.</summary>
public enum Open311Format
{
    Json,
    Xml,
}

/// <summary>A GeoReport answer: a list of records, or one record, written as JSON or XML.</summary>
public sealed class Open311Answer(Open311Format format, string root, IReadOnlyList<Open311Record> records, int status = StatusCodes.Status200OK, bool isSingle = false) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Open311Answer One(Open311Format format, Open311Record record) => new(format, record.Element, [record], isSingle: true);

    /// <summary>The errors of GeoReport: the HTTP code, and our stable code with the remedy in both languages.</summary>
    public static Open311Answer Refuse(Open311Format format, Refusal refusal, int status) => new(
        format,
        "errors",
        [new("error", ("code", status), ("description", $"{refusal.Code}: {refusal.Remedy} {refusal.RemedyChinese}"))],
        status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (contentType, body) = format switch
        {
            Open311Format.Json => ("application/json; charset=utf-8", ToJson()),
            Open311Format.Xml => ("text/xml; charset=utf-8", ToXml()),
            _ => throw new InvalidOperationException($"There is no format {format}."),
        };
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            if (isSingle)
            {
                Write(writer, records[0]);
            }
            else
            {
                Write(writer, records);
            }
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<Open311Record> list)
    {
        writer.WriteStartArray();
        foreach (var record in list)
        {
            Write(writer, record);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Open311Record record)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in record.Fields)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case null: writer.WriteNullValue(); break;
                case bool truth: writer.WriteBooleanValue(truth); break;
                case int number: writer.WriteNumberValue(number); break;
                case double number: writer.WriteNumberValue(number); break;
                case IReadOnlyList<Open311Record> list: Write(writer, list); break;
                case IReadOnlyList<string> texts: JsonSerializer.Serialize(writer, texts); break;
                default: writer.WriteStringValue(Text(value)); break;
            }
        }

        writer.WriteEndObject();
    }

    private byte[] ToXml()
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            if (isSingle)
            {
                Write(writer, records[0]);
            }
            else
            {
                Write(writer, root, records);
            }
        }

        return buffer.ToArray();
    }

    private static void Write(XmlWriter writer, string element, IEnumerable<Open311Record> list)
    {
        writer.WriteStartElement(element);
        foreach (var record in list)
        {
            Write(writer, record);
        }

        writer.WriteEndElement();
    }

    private static void Write(XmlWriter writer, Open311Record record)
    {
        writer.WriteStartElement(record.Element);
        foreach (var (name, value) in record.Fields)
        {
            switch (value)
            {
                case IReadOnlyList<Open311Record> list: Write(writer, name, list); break;
                case IReadOnlyList<string> texts: Write(writer, name, texts); break;
                default: writer.WriteElementString(name, Clean(Text(value))); break;
            }
        }

        writer.WriteEndElement();
    }

    /// <summary>A list of plain texts: `formats` holds `format` elements.</summary>
    private static void Write(XmlWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartElement(name);
        foreach (var text in texts)
        {
            writer.WriteElementString(name.TrimEnd('s'), Clean(text));
        }

        writer.WriteEndElement();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Without the few characters that XML cannot carry at all.</summary>
    private static string Clean(string text) => text.EnumerateRunes().All(IsXml)
        ? text
        : string.Concat(text.EnumerateRunes().Where(IsXml).Select(rune => rune.ToString()));

    private static bool IsXml(Rune rune) => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF));
}
