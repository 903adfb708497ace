using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using GridMap.Platform.Files;

namespace GridMap.Platform.Tests.Files;

public sealed class DataTableFilesTests
{
    private static readonly DataTable Table = new("覆盖 & 盲区", ["名称 name", "n"], [["=1+1", 3], ["“东,风”", 0.1 + 0.2], ["a\"b\nc", null], ["-5", -5]]);

    [Fact]
    public void A_text_file_begins_with_its_mark_quotes_what_must_be_and_has_no_formulas()
    {
        var bytes = CsvFile.Write(Table);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("名称 name,n\r\n'=1+1,3\r\n\"“东,风”\",0.30000000000000004\r\n\"a\"\"b\nc\",\r\n-5,-5\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void A_workbook_holds_texts_as_texts_and_numbers_with_every_digit()
    {
        using var archive = new ZipArchive(new MemoryStream(XlsxFile.Write(Table)));
        XDocument Read(string name)
        {
            using var part = archive.GetEntry(name)!.Open();
            return XDocument.Load(part);
        }

        var sheet = Read("xl/worksheets/sheet1.xml");
        var main = sheet.Root!.Name.Namespace;
        var rows = sheet.Descendants(main + "row").Select(row => row.Elements(main + "c").Select(cell => $"{(string?)cell.Attribute("t")}:{cell.Value}").ToArray()).ToArray();
        Assert.Equal(["inlineStr:=1+1", ":3"], rows[1]);
        Assert.Equal(["inlineStr:“东,风”", ":0.30000000000000004"], rows[2]);
        Assert.Equal(["inlineStr:a\"b\nc", ":"], rows[3]);
        Assert.Equal("覆盖 & 盲区", (string?)Read("xl/workbook.xml").Descendants(main + "sheet").Single().Attribute("name"));
        Assert.All(archive.Entries, entry => Read(entry.FullName));
    }
}
