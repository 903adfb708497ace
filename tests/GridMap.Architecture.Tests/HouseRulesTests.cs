namespace GridMap.Architecture.Tests;

/// <summary>Each rule holds in this working copy, and each is seen to fail on a planted breach.</summary>
public sealed class HouseRulesTests
{
    private const string Migrations = "src/GridMap.Database/Migrations/";

    private static readonly SourceTree Tree = SourceTree.WorkingCopy;

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Func<SourceTree, IEnumerable<string>>> All { get; } = new()
    {
        ["Projects refer in one direction"] = Rules.ReferencesAgainstTheDirection,
        ["Slices do not use each other"] = Rules.SlicesThatUseEachOther,
        ["Rules are pure"] = Rules.ImpureCore,
        ["Folders are named after something"] = Rules.ForbiddenFolderNames,
        ["Types are named after something"] = Rules.TypeNamesThatSayNothing,
        ["Migrations are in order"] = Rules.MigrationsOutOfOrder,
        ["Migrations are unedited"] = Rules.EditedMigrations,
        ["Links in documents resolve"] = Rules.DeadLinks,
        ["Documents tell of every root field"] = Rules.RootFieldsNobodyTells,
        ["SQL lies beside its operation"] = Rules.SqlWithoutItsOperation,
        ["Operations find their SQL"] = Rules.OperationsWithoutTheirSql,
        ["No package registry is named"] = Rules.RegistryNames,
        ["Files are short"] = Rules.LongFiles,
        ["No mark of a merge is left"] = Rules.MarksOfMerges,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_working_copy_keeps_the_rule(string rule) => Assert.Empty(All[rule](Tree));

    [Theory]
    [InlineData("src/GridMap.Core/GridMap.Core.csproj", "../GridMap.Database/GridMap.Database.csproj")]
    [InlineData("src/GridMap.Platform/GridMap.Platform.csproj", "..\\GridMap.Server\\GridMap.Server.csproj")]
    [InlineData("src/GridMap.Simulator/GridMap.Simulator.csproj", "../GridMap.Database/GridMap.Database.csproj")]
    [InlineData("src/GridMap.New/GridMap.New.csproj", "../GridMap.Core/GridMap.Core.csproj")]
    public void A_reference_against_the_direction_is_found(string project, string reference) =>
        Assert.Single(Rules.ReferencesAgainstTheDirection(SourceTree.Of((project, $"<ProjectReference Include=\"{reference}\" />"))));

    [Theory]
    [InlineData("using GridMap.Server.Incidents;")]
    [InlineData("var found = GridMap.Server.Incidents.FindIncident.Sql;")]
    [InlineData("var found = await Incidents.FindIncident.RunAsync(id);")]
    public void A_slice_that_uses_another_is_found(string line) => Assert.Single(Rules.SlicesThatUseEachOther(SourceTree.Of(
        ("src/GridMap.Server/Incidents/FindIncident.cs", ""),
        ("src/GridMap.Server/Patrols/FindPatrol.cs", line))));

    [Fact]
    public void The_commands_may_use_every_slice() => Assert.Empty(Rules.SlicesThatUseEachOther(SourceTree.Of(
        ("src/GridMap.Server/Incidents/FindIncident.cs", ""),
        ("src/GridMap.Server/Commands/ServeCommand.cs", "using GridMap.Server.Incidents;"))));

    [Theory]
    [InlineData("public static async Task RunAsync()")]
    [InlineData("var text = File.ReadAllText(path);")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var id = Guid.CreateVersion7();")]
    [InlineData("public sealed class Rule(TimeProvider clock)")]
    public void A_rule_that_touches_the_world_is_found(string line) =>
        Assert.NotEmpty(Rules.ImpureCore(SourceTree.Of(("src/GridMap.Core/Incidents/Rule.cs", line))));

    [Theory]
    [InlineData("src/GridMap.Server/Common/Text.cs")]
    [InlineData("web/src/utils/text.ts")]
    [InlineData("src/GridMap.Server/Features/Incidents/ReportIncident.cs")]
    public void A_folder_whose_name_says_nothing_is_found(string path) => Assert.Single(Rules.ForbiddenFolderNames(SourceTree.Of((path, ""))));

    [Theory]
    [InlineData("src/GridMap.Server/Incidents/IncidentManager.cs")]
    [InlineData("web/src/patrols/patrolHelper.ts")]
    [InlineData("src/GridMap.Server/Incidents/IncidentService.cs")]
    public void A_type_named_after_nothing_is_found(string path) => Assert.NotEmpty(Rules.TypeNamesThatSayNothing(SourceTree.Of((path, ""))));

    [Theory]
    [InlineData("0001_first.sql", "0003_third.sql")]
    [InlineData("0001_first.sql", "0001_twin.sql")]
    public void A_gap_or_a_twin_among_migrations_is_found(string first, string second) =>
        Assert.Single(Rules.MigrationsOutOfOrder(SourceTree.Of((Migrations + first, ""), (Migrations + second, ""))));

    [Fact]
    public void An_edited_migration_is_found()
    {
        var edited = Tree.With((Migrations + "0001_place.sql", Tree.Read(Migrations + "0001_place.sql") + "\n-- edited\n"));
        Assert.Contains(Rules.EditedMigrations(edited), breach => breach.StartsWith("0001_place.sql", StringComparison.Ordinal));
    }

    [Fact]
    public void A_migration_that_is_not_pinned_is_found() =>
        Assert.Single(Rules.EditedMigrations(Tree.With((Migrations + "9999_new.sql", "SELECT 1;"))));

    [Theory]
    [InlineData("docs/a.md", "[gone](b.md)", 1)]
    [InlineData("docs/a.md", "[up](../README.md#top)", 1)]
    [InlineData("docs/a.md", "[itself](#part), [site](https://example.org/x)", 0)]
    [InlineData("docs/walks/a.md", "[sibling folder](../decisions/)", 0)]
    public void A_dead_link_is_found(string path, string text, int breaches) =>
        Assert.Equal(breaches, Rules.DeadLinks(SourceTree.Of((path, text), ("docs/decisions/0001.md", ""))).Count());

    [Fact]
    public void A_root_field_that_no_document_tells_of_is_found() => Assert.Equal(["docs/interfaces.md does not tell of Query.area"], Rules.RootFieldsNobodyTells(SourceTree.Of(
        ("src/GridMap.Server/schema.graphql", "type Query {\n  \"Not other: text.\"\n  area(\n    id: ID!\n  ): Area\n  areas: [Area!]!\n}\n"),
        ("docs/interfaces.md", "`areas`"))));

    [Theory]
    [InlineData("src/GridMap.Server/Areas/FindArea.sql")]
    [InlineData("src/GridMap.Server/Areas/FindArea.children.sql")]
    public void SQL_without_its_operation_is_found(string path) => Assert.Single(Rules.SqlWithoutItsOperation(SourceTree.Of((path, ""))));

    [Theory]
    [InlineData("Sql.Beside<FindArea>()")]
    [InlineData("Sql.Beside<FindArea>(\"children\")")]
    [InlineData("Sql.Beside(typeof(FindArea), \"children\")")]
    [InlineData("Sql.Beside(typeof(FindArea))")]
    public void An_operation_without_its_SQL_is_found(string use) =>
        Assert.Single(Rules.OperationsWithoutTheirSql(SourceTree.Of(("src/GridMap.Server/Areas/FindArea.cs", use))));

    [Fact]
    public void A_registry_that_is_named_is_found() =>
        Assert.Single(Rules.RegistryNames(SourceTree.Of(("web/.npmrc", "registry=https://registry." + "npmjs.org/"))));

    [Theory]
    [InlineData('<')]
    [InlineData('>')]
    public void A_mark_of_a_merge_is_found(char sign) =>
        Assert.Single(Rules.MarksOfMerges(SourceTree.Of(("src/GridMap.Server/Patrols/Patrols.graphql", $"type Patrol\n{new string(sign, 7)} HEAD\n"))));

    [Fact]
    public void A_long_file_is_found() =>
        Assert.Single(Rules.LongFiles(SourceTree.Of(("src/GridMap.Core/Long.cs", new string('\n', 301)))));
}
