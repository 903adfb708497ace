using System.Text.Json;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Boundaries.Editing;

public sealed class BoundaryJsonTests
{
    public static TheoryData<Operation, string> Forms => new()
    {
        { new Reassign([3, 4], 7), """{"kind":"reassign","atoms":[3,4],"grid":7}""" },
        {
            new SplitByLine(7, [new Position(116.2, 39.9), new Position(116.3, 39.9)]),
            """{"kind":"splitByLine","grid":7,"line":[[116.2,39.9],[116.3,39.9]],"wholeAtoms":false,"new":null}"""
        },
        { new SplitIntoParts(7, 2), """{"kind":"splitIntoParts","grid":7,"parts":2,"seed":1,"new":null}""" },
        { new Merge(7, 8), """{"kind":"merge","grid":7,"into":8}""" },
        {
            new MoveEdge(7, 8, [new Position(116.2, 39.9), new Position(116.3, 39.9)], WholeAtoms: true),
            """{"kind":"moveEdge","grid":7,"neighbor":8,"line":[[116.2,39.9],[116.3,39.9]],"wholeAtoms":true}"""
        },
        { new Cut(3, [new Position(116.2, 39.9), new Position(116.3, 39.9)]), """{"kind":"cut","atom":3,"line":[[116.2,39.9],[116.3,39.9]]}""" },
        { new Heal([3, -1]), """{"kind":"heal","atoms":[3,-1]}""" },
        {
            new CreateGrid(2, [3], new NewGrid("110106001001009", "第九网格")),
            """{"kind":"createGrid","community":2,"atoms":[3],"new":{"code":"110106001001009","name":"\u7B2C\u4E5D\u7F51\u683C","nameEnglish":null}}"""
        },
        { new RetireGrid(7), """{"kind":"retireGrid","grid":7}""" },
        { new Renumber(7, "110106001001009"), """{"kind":"renumber","grid":7,"code":"110106001001009","name":null,"nameEnglish":null}""" },
        { new MoveGrid(7, 2), """{"kind":"moveGrid","grid":7,"community":2,"code":null}""" },
        { new MoveCommunity(2, 1), """{"kind":"moveCommunity","community":2,"subdistrict":1,"code":null}""" },
        { new Revert([new OwnerChange([3], 7, 8)]), """{"kind":"revert","changes":[{"kind":"owner","atoms":[3],"from":7,"to":8}]}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_operation_has_one_form(Operation operation, string json)
    {
        Assert.Equal(json, BoundaryJson.Write(operation));
        Assert.Equal(json, BoundaryJson.Write(BoundaryJson.ReadOperation(json)));
    }

    [Fact]
    public void Every_kind_of_change_is_read_as_it_was_written()
    {
        var grid = new GridRow(-1, "110106001001009", "第九网格", null, 2, 1);
        var community = new CommunityRow(2, "110106001001", "甲社区", null, 1);
        var edge = new EdgeRow(-1, 5, -2, 3, null, "wall", [new LatticePoint(1_162_000_000, 399_000_000), new LatticePoint(1_162_000_100, 399_000_001)]);
        var part = new LandPart(
            [new AtomRow(3, "block", edge.Course[0], 7)], [edge], [new NodeRow(-2, edge.Course[1])], [new BuildingPlace(11, 3)]);
        var json = BoundaryJson.Write(new Revert(
            [new GridChange(null, grid), new CommunityChange(community, community with { Subdistrict = 2 }), new LandChange(part, new LandPart([], [], [], []))]));
        Assert.Equal(json, BoundaryJson.Write(BoundaryJson.ReadOperation(json)));
        Assert.Contains("[1162000100,399000001]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_may_stand_anywhere() =>
        Assert.Equal(new Merge(7, 8), BoundaryJson.ReadOperation("""{"grid":7,"kind":"merge","into":8}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"kind":"annex","grid":7}""")]
    [InlineData("""{"kind":"merge","grid":7}""")]
    [InlineData("""{"kind":"merge","grid":7,"into":8,"also":9}""")]
    [InlineData("""{"kind":"reassign","atoms":null,"grid":7}""")]
    [InlineData("""{"kind":"cut","atom":3,"line":[[116.2]]}""")]
    public void Anything_else_is_no_operation(string json) => Assert.ThrowsAny<JsonException>(() => BoundaryJson.ReadOperation(json));
}
