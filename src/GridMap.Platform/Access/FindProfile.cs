using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>A role as its holder reads it.</summary>
public sealed record HeldRole
{
    public required string Role { get; init; }

    public int? AreaId { get; init; }

    public string? AreaLevel { get; init; }

    public string? AreaName { get; init; }

    public string? AreaNameEn { get; init; }
}

/// <summary>Who is signed in: the name, the roles with their areas, and what they allow somewhere.</summary>
public sealed record Profile
{
    public required string Login { get; init; }

    public required string Name { get; init; }

    public required bool HasKnownPassword { get; init; }

    /// <summary>The patrol that the holder is or belongs to.</summary>
    public int? PatrolId { get; init; }

    public IReadOnlyList<HeldRole> Roles { get; init; } = [];

    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Whether its sessions are those of a wall: they see, change nothing and have no end.</summary>
    public bool IsWall => SessionLimits.IsWall([.. Roles.Select(held => Core.Access.Roles.Find(held.Role)).OfType<Role>()]);
}

/// <summary>Finds what a caller may know of themselves.</summary>
public sealed class FindProfile(NpgsqlDataSource database)
{
    public async Task<Profile?> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Kind == CallerKind.Service)
        {
            return new Profile { Login = caller.Name, Name = caller.Name, HasKnownPassword = false, Permissions = NamesOf(caller) };
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<FindProfile>(), new { id = caller.Id }, cancellationToken: cancellationToken));
        var profile = await answers.ReadSingleOrDefaultAsync<Profile>();
        var roles = await answers.ReadAsync<HeldRole>();
        return profile is null ? null : profile with { Roles = roles.AsList(), Permissions = NamesOf(caller) };
    }

    /// <summary>`see_map` for SeeMap.</summary>
    public static string NameOf(Permission permission) =>
        string.Concat(permission.ToString().Select((letter, at) => char.IsAsciiLetterUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static List<string> NamesOf(Caller caller) =>
        [.. caller.Grants.Aggregate(PermissionSet.None, (all, grant) => all.With(grant.Permissions)).Each().Select(NameOf)];
}
