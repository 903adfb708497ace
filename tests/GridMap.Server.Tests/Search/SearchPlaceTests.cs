using System.Text.Json;

namespace GridMap.Server.Tests.Search;

[Collection(nameof(SmallDistrict))]
public sealed class SearchPlaceTests(SmallDistrict district)
{
    private const string Query = """
        query ($text: String!, $limit: Int!) {
          search(text: $text, limit: $limit) { kind id title subtitle position { longitude latitude } bounds { west south east north } }
        }
        """;

    [Fact]
    public async Task A_name_is_found_wherever_it_stands_beginnings_first()
    {
        Assert.Equal(
            [
                "area 和平街道", "compound 和平家园", "road 和平路", "area 东风社区", "area 西苑社区", "area 第一网格", "area 第二网格", "area 第三网格",
                "facility 东风党群服务站", "incident 20260603-000001",
            ],
            await TitlesAsync("和平"));
    }

    [Fact]
    public async Task An_exact_name_comes_before_longer_ones() => Assert.Equal("road 和平路", (await TitlesAsync("和平路"))[0]);

    [Theory]
    [InlineData("140214", "area 测试区")]
    [InlineData("140214001002001", "area 第三网格")]
    [InlineData("DQ-002", "facility 骑手驿站")]
    [InlineData("dq-002", "facility 骑手驿站")]
    [InlineData("20260603-000001", "incident 20260603-000001")]
    [InlineData("20260101-000003", "incident 20260101-000003")]
    public async Task An_exact_code_or_number_comes_first(string words, string first) => Assert.Equal(first, (await TitlesAsync(words))[0]);

    [Fact]
    public async Task The_beginning_of_a_number_finds_closed_incidents_too_newest_number_first() =>
        Assert.Equal(
            ["incident 20260603-000004", "incident 20260603-000002", "incident 20260603-000001", "incident 20260101-000003"],
            await TitlesAsync("2026"));

    [Theory]
    [InlineData("井盖", "incident 20260603-000001")]
    [InlineData("和平路3号", "incident 20260603-000001")]
    [InlineData("胜利路9号", "facility 骑手驿站")]
    [InlineData("和平路1号", "compound 和平家园")]
    [InlineData("张建国", "patrol 张建国")]
    [InlineData("机动", "patrol 机动一队")]
    [InlineData("heping road", "road 和平路")]
    [InlineData("HEPING sub", "area 和平街道")]
    [InlineData("路8号 东风", "facility 东风党群服务站")]
    [InlineData("  骑手  驿站 ", "facility 骑手驿站")]
    public async Task Addresses_descriptions_English_and_several_words_are_found(string words, string found) =>
        Assert.Equal(found, Assert.Single(await TitlesAsync(words)));

    [Theory]
    [InlineData("东风社区第二网格", "area 第二网格")]
    [InlineData("东风 第二", "area 第二网格")]
    [InlineData("和平街道 第三网格", "area 第三网格")]
    [InlineData("西苑社区 第三网格", "area 第三网格")]
    public async Task A_grid_is_found_by_what_it_lies_in(string words, string found) => Assert.Equal(found, Assert.Single(await TitlesAsync(words)));

    [Fact]
    public async Task A_community_comes_before_the_grids_in_it() =>
        Assert.Equal(["area 东风社区", "area 第一网格", "area 第二网格"], await TitlesAsync("东风社区"));

    [Fact]
    public async Task What_resembles_the_words_is_found_when_nothing_has_them()
    {
        Assert.Equal("facility 东风党群服务站", (await TitlesAsync("东凤党群服务站"))[0]);
        Assert.Empty(await TitlesAsync("不存在的地方"));
    }

    [Theory]
    [InlineData("100%_", "facility 100%_驿站")]
    public async Task Signs_of_patterns_are_only_signs(string words, string found)
    {
        Assert.Equal(found, Assert.Single(await TitlesAsync(words)));
        Assert.Empty(await TitlesAsync("1%驿"));
        Assert.Empty(await TitlesAsync("_手"));
        Assert.Empty(await TitlesAsync("\\"));
    }

    [Fact]
    public async Task An_item_says_where_it_is()
    {
        var items = (await FindAsync("和平")).EnumerateArray().ToList();
        Assert.Equal(
            """{"kind":"ROAD","id":"1","title":"和平路","subtitle":"Heping Road","position":{"longitude":113.015,"latitude":40.005},"bounds":{"west":113,"south":40.005,"east":113.03,"north":40.005}}""",
            items[2].GetRawText());
        Assert.Equal(
            """{"kind":"AREA","id":"2","title":"和平街道","subtitle":"","position":{"longitude":113.015,"latitude":40.005},"bounds":{"west":113,"south":40,"east":113.03,"north":40.01}}""",
            items[0].GetRawText());
        Assert.Equal("null", items[8].GetProperty("bounds").GetRawText());
    }

    [Fact]
    public async Task The_limit_keeps_the_best()
    {
        Assert.Equal("和平街道", Assert.Single((await FindAsync("和平", 1)).EnumerateArray()).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\0")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("\u0085x\u0085y")]
    public async Task Words_that_are_none_are_refused(string words) => Assert.Equal("QUERY_MALFORMED", await RefusalAsync(words));

    [Theory]
    [InlineData(65)]
    [InlineData(7000)]
    public async Task Too_many_characters_are_refused(int count) => Assert.Equal("QUERY_MALFORMED", await RefusalAsync(new string('a', count)));

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    [InlineData(-1)]
    public async Task A_limit_beyond_reason_is_refused(int limit) => Assert.Equal("LIMIT_OUT_OF_RANGE", await RefusalAsync("a", limit));

    [Theory]
    [InlineData("😀")]
    [InlineData("'; DROP TABLE incident; --")]
    [InlineData("\"")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("\\\\%")]
    [InlineData("$1 @words {0}")]
    [InlineData("-")]
    [InlineData("9999999999999999999999999")]
    [InlineData("\u202Eabc")]
    [InlineData("e\u0301e\u0301e\u0301")]
    [InlineData("İıŞß")]
    [InlineData("＊？［")]
    public async Task Odd_words_are_answered(string words) => await TitlesAsync(words);

    [Fact]
    public async Task Sixty_four_emoji_are_sixty_four_characters()
    {
        await TitlesAsync(string.Concat(Enumerable.Repeat("😀", 64)));
        Assert.Equal("QUERY_MALFORMED", await RefusalAsync(string.Concat(Enumerable.Repeat("😀", 65))));
    }

    private async Task<JsonElement> FindAsync(string text, int limit = 12) =>
        (await district.Server.Client.QueryAsync(Query, new { text, limit })).GetProperty("search");

    private Task<string> RefusalAsync(string text, int limit = 12) => district.Server.Client.ErrorCodeAsync(Query, new { text, limit });

    private async Task<List<string>> TitlesAsync(string words) =>
        [.. (await FindAsync(words)).EnumerateArray().Select(item => $"{item.GetProperty("kind").GetString()!.ToLowerInvariant()} {item.GetProperty("title").GetString()}")];
}
