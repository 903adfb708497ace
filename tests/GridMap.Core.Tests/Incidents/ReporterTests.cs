using GridMap.Core.Incidents;

namespace GridMap.Core.Tests.Incidents;

public sealed class ReporterTests
{
    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("+8613812341234", "+86****1234")]
    [InlineData("8812345", "****45")]
    [InlineData("110", "****")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_phone_in_a_list_keeps_its_ends_only(string? phone, string? masked) => Assert.Equal(masked, new Reporter(null, phone, null).Masked().Phone);

    [Theory]
    [InlineData("王秘密", "王**")]
    [InlineData("王", "王**")]
    [InlineData("𠮷田", "𠮷**")]
    [InlineData(null, null)]
    public void A_name_in_a_list_keeps_its_first_character_only(string? name, string? masked) =>
        Assert.Equal(masked, new Reporter(name, null, null).Masked().Name);

    [Theory]
    [InlineData("wang@example.org", "w***@example.org")]
    [InlineData("@example.org", "***")]
    [InlineData("no address", "***")]
    [InlineData(null, null)]
    public void An_address_in_a_list_keeps_its_first_letter_and_its_host(string? email, string? masked) =>
        Assert.Equal(masked, new Reporter(null, null, email).Masked().Email);
}
