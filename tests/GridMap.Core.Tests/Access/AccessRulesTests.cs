using GridMap.Core.Access;

namespace GridMap.Core.Tests.Access;

public sealed class AccessRulesTests
{
    // District 1; subdistricts 2 and 3; communities 21, 22 and 31; grids of three digits.
    private static readonly AreaTree Areas = AreaTree.Of(
    [
        new(1, null, false), new(2, 1, false), new(3, 1, false), new(21, 2, false), new(22, 2, false), new(31, 3, false),
        new(211, 21, true), new(212, 21, true), new(221, 22, true), new(311, 31, true),
    ]);

    public static TheoryData<Role, string> Table => new()
    {
        { Role.Viewer, "SeeMap SeeIncidents SeePatrols SeeVolunteers SeeAlarms SeeVisits KeepOwn" },
        { Role.Dispatcher, "SeeMap SeeIncidents SeePatrols SeeTracks SeeReporters SeeVolunteers SeeAlarms SeeVisits KeepOwn ReportIncident Dispatch HandleIncidents" },
        { Role.GridManager, "SeeMap SeeIncidents SeePatrols SeeVolunteers SeeAlarms SeeVisits KeepOwn ReportIncident SeePlans EditBoundaries ManageFacilities ManageVolunteers" },
        { Role.Reviewer, "SeeMap SeeIncidents SeePatrols SeeVolunteers SeeAlarms SeeVisits KeepOwn SeePlans ReviewBoundaries" },
        { Role.Administrator, string.Join(' ', Enum.GetNames<Permission>()) },
        { Role.Field, "SeeMap SeeIncidents SeeVolunteers ReportIncident HandleIncidents CheckIn SeeVisits SendPositions" },
        { Role.Integration, "SeeMap SeeIncidents ReportIncident SendPositions" },
        { Role.Wall, "SeeMap SeeIncidents SeePatrols SeeVolunteers SeeAlarms SeeVisits" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_role_allows_what_the_table_says_and_nothing_else(Role role, string allowed)
    {
        var expected = allowed.Split(' ').Select(Enum.Parse<Permission>).ToHashSet();
        var caller = CallerWith(Grant.Of(role, 2));
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.Equal(expected.Contains(permission), AccessRules.AllowsSomewhere(caller, permission));
            Assert.Equal(expected.Contains(permission), AccessRules.Allows(caller, permission, Areas.PathOf(211)));
            Assert.Equal(expected.Contains(permission) && !AccessRules.IsByArea(permission), AccessRules.Allows(caller, permission, Areas.PathOf(311)));
        }
    }

    [Fact]
    public void Every_role_has_a_name_that_is_found_again()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(role, Roles.Find(Roles.NameOf(role))));
        Assert.Null(Roles.Find("Viewer"));
        Assert.Null(Roles.Find(""));
    }

    [Theory]
    [InlineData(1, "211 212 221 311")]
    [InlineData(2, "211 212 221")]
    [InlineData(21, "211 212")]
    [InlineData(212, "212")]
    [InlineData(99, "")]
    public void A_grant_reaches_the_grids_below_its_area(int areaId, string grids)
    {
        var caller = CallerWith(Grant.Of(Role.Dispatcher, areaId));
        var scope = AccessRules.Scope(caller, Permission.Dispatch, Areas);
        Assert.Equal(grids, string.Join(' ', scope.Grids!));
        Assert.All(new[] { 211, 212, 221, 311 }, grid =>
            Assert.Equal(scope.Contains(grid), AccessRules.Allows(caller, Permission.Dispatch, Areas.PathOf(grid))));
    }

    [Fact]
    public void Several_grants_add_up_each_for_its_own_permission()
    {
        var caller = CallerWith(Grant.Of(Role.Viewer, 3), Grant.Of(Role.Dispatcher, 21));
        Assert.Equal([211, 212, 311], AccessRules.Scope(caller, Permission.SeeIncidents, Areas).Grids!);
        Assert.Equal([211, 212], AccessRules.Scope(caller, Permission.Dispatch, Areas).Grids!);
        Assert.False(AccessRules.Allows(caller, Permission.Dispatch, Areas.PathOf(311)));
    }

    [Fact]
    public void What_lies_in_no_area_is_allowed_only_to_the_whole_place()
    {
        Assert.False(AccessRules.Allows(CallerWith(Grant.Of(Role.Dispatcher, 1)), Permission.Dispatch, Areas.PathOf(null)));
        Assert.True(AccessRules.Allows(CallerWith(Grant.Of(Role.Dispatcher, null)), Permission.Dispatch, Areas.PathOf(null)));
        Assert.False(AccessRules.Scope(CallerWith(Grant.Of(Role.Dispatcher, 1)), Permission.Dispatch, Areas).Contains(null));
        Assert.True(AccessRules.Scope(CallerWith(Grant.Of(Role.Dispatcher, null)), Permission.Dispatch, Areas).Contains(null));
    }

    [Fact]
    public void Whatever_is_missing_allows_nothing()
    {
        Assert.All(Enum.GetValues<Permission>(), permission =>
        {
            Assert.False(AccessRules.Allows(Caller.Anonymous, permission, Areas.PathOf(211)));
            Assert.True(AccessRules.Scope(Caller.Anonymous, permission, Areas).IsNowhere);
            Assert.False(AccessRules.Allows(CallerWith(), permission, Areas.PathOf(211)));
        });
        var local = CallerWith(Grant.Of(Role.Dispatcher, 21));
        Assert.False(AccessRules.Allows(local, Permission.Dispatch, Areas.PathOf(12_345)));
        Assert.False(AccessRules.Allows(local, Permission.Dispatch, AreaTree.Empty.PathOf(211)));
        Assert.True(AccessRules.Scope(local, Permission.Dispatch, AreaTree.Empty).IsNowhere);
        Assert.Equal(PermissionSet.None, TokenScope.PermissionsOf("everything"));
    }

    [Theory]
    [InlineData("incident.dispatch", Permission.Dispatch, Permission.ManageVolunteers)]
    [InlineData("patrol.checkin", Permission.CheckIn, Permission.Dispatch)]
    [InlineData("volunteer.manage", Permission.ManageVolunteers, Permission.SeeIncidents)]
    public void A_scope_allows_what_it_is_for_and_no_more(string scope, Permission allowed, Permission not)
    {
        var permissions = TokenScope.PermissionsOf(scope);
        Assert.True(permissions.Contains(allowed));
        Assert.False(permissions.Contains(not));
        Assert.False(permissions.Contains(Permission.ManageAccounts));
    }

    [Fact]
    public void A_tree_with_a_circle_or_a_lost_parent_leaves_those_areas_out()
    {
        var broken = AreaTree.Of([new(1, null, false), new(2, 3, false), new(3, 2, false), new(4, 2, true), new(5, 77, true), new(6, 1, true)]);
        Assert.Equal([6, 1], broken.PathOf(6));
        Assert.All(new[] { 2, 3, 4, 5 }, area => Assert.Empty(broken.PathOf(area)));
    }

    [Fact]
    public void The_same_areas_give_the_same_scope_object() =>
        Assert.Same(Areas.ScopeOf([21, 31]), Areas.ScopeOf([31, 21, 31]));

    private static Caller CallerWith(params Grant[] grants) => new(CallerKind.Account, 7, "someone", grants);
}
