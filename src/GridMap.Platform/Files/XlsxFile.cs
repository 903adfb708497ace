using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace GridMap.Platform.Files;

/// <summary>
/// Writes a table as a workbook of one sheet (Office Open XML, ECMA-376): texts as texts, numbers as numbers with every digit, a bold head that stays in view.
/// Only what a table needs; a text is never a formula.
/// </summary>
public static class XlsxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // The zip's own oldest date: the same table is the same file.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(DataTable table)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
                """);
            Put(archive, "_rels/.rels", Links(("officeDocument", "xl/workbook.xml")));
            Put(archive, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{Escaped(table.Name)}" sheetId="1" r:id="rId1"/></sheets></workbook>
                """);
            Put(archive, "xl/_rels/workbook.xml.rels", Links(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
            Put(archive, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>
                """);
            using var sheet = Open(archive, "xl/worksheets/sheet1.xml");
            WriteSheet(sheet, table);
        }

        return stream.ToArray();
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text)!;

    private static string Links(params (string Type, string Target)[] links) => $"""
        <Relationships xmlns="{Package}/relationships">{string.Concat(links.Select((link, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{link.Type}\" Target=\"{link.Target}\"/>"))}</Relationships>
        """;

    private static Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Written;
        return entry.Open();
    }

    private static void Put(ZipArchive archive, string name, string xml)
    {
        using var stream = Open(archive, name);
        stream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml}"));
    }

    private static void WriteSheet(Stream stream, DataTable table)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteStartElement("sheetData");
        WriteRow(xml, [.. table.Head], isHead: true);
        foreach (var row in table.Rows)
        {
            WriteRow(xml, row, isHead: false);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<object?> row, bool isHead)
    {
        xml.WriteStartElement("row");
        foreach (var value in row)
        {
            xml.WriteStartElement("c");
            if (isHead)
            {
                xml.WriteAttributeString("s", "1");
            }

            WriteValue(xml, value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, object? value)
    {
        if (value is string text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            // What XML cannot hold is nothing that a name has.
            xml.WriteString(string.Concat(text.Where(XmlConvert.IsXmlChar)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else if (value is IFormattable number)
        {
            xml.WriteElementString("v", number.ToString(null, CultureInfo.InvariantCulture));
        }
    }
}
