using System.Text;
using GridMap.Core.Geography;
using GridMap.Platform.Files;
using GridMap.Platform.Schema;

namespace GridMap.Platform.Tests.Files;

public sealed class GeoJsonFileTests
{
    private static readonly (int Id, Position? Place, double? Width)[] Items = [(7, new Position(113.25, 40.5), 0.1 + 0.2), (8, null, null)];

    [Fact]
    public void Features_have_their_geometry_and_every_digit_and_say_what_is_not_known()
    {
        var written = GeoJsonFile.Write(
            Items,
            (json, item) =>
            {
                if (item.Place is { } place)
                {
                    GeoJson.Write(json, place);
                }
                else
                {
                    json.WriteNullValue();
                }
            },
            (json, item) => json.WriteNumberOrNull("width", item.Width),
            item => item.Id,
            ("name", "方案"));
        Assert.Equal(
            """
            {"type":"FeatureCollection","name":"\u65B9\u6848","features":[
            {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[113.25,40.5]},"properties":{"width":0.30000000000000004}},
            {"type":"Feature","id":8,"geometry":null,"properties":{"width":null}}]}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void An_empty_collection_is_a_collection() => Assert.Equal(
        """{"type":"FeatureCollection","features":[]}""",
        Encoding.UTF8.GetString(GeoJsonFile.Write(Array.Empty<int>(), (json, _) => json.WriteNullValue(), (_, _) => { })));
}
