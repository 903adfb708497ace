namespace GridMap.Server.Tests;

[Collection(nameof(SmallDistrict))]
public sealed class RequestIdTests(SmallDistrict district)
{
    private static readonly string[] Fields = ["area", "facility", "patrol", "patrolPoint"];

    private static readonly string[] NoIds =
        ["0", "-1", "+1", "01x", "1.0", "1e3", "0x1", "2147483648", "99999999999999999999", "abc", "%F0%9F%98%80", "%20", "1%20", "%2e%2e%2f1", "null", "NaN", "１", new string('9', 6000), new string('a', 6000)];

    [Fact]
    public async Task What_is_no_id_is_refused_by_every_field()
    {
        foreach (var field in Fields)
        {
            foreach (var id in NoIds)
            {
                var code = await district.Server.Client.ErrorCodeAsync($"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}", new { id = Uri.UnescapeDataString(id) });
                Assert.Equal("ID_MALFORMED", code);
            }
        }
    }

    [Fact]
    public async Task A_null_character_or_an_endless_path_never_is_a_fault()
    {
        foreach (var id in new[] { "%00", "1%00", new string('a', 10_000) })
        {
            var answer = await district.Server.Client.GetAsync($"/open311/v2/requests/{id}.json");
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }
}
