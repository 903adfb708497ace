using Dapper;
using GridMap.Platform.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace GridMap.Platform.Files;

/// <summary>What areas are called and where they lie now, for files that tell figures of them.</summary>
public sealed class NamedAreas(NpgsqlDataSource database)
{
    /// <summary>Those of the areas that there are, by id.</summary>
    public async Task<IReadOnlyList<NamedArea>> FindAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NamedArea>(new CommandDefinition(
            Sql.Beside<NamedAreas>(), new { ids = ids.ToArray() }, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<IReadOnlyDictionary<int, string>> NamesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var names = await connection.QueryAsync<(int Id, string Name)>(new CommandDefinition(
            Sql.Beside<NamedAreas>("names"), cancellationToken: cancellationToken));
        return names.ToDictionary(area => area.Id, area => area.Name);
    }
}

/// <summary>An area as it is now.</summary>
/// <param name="Shape">Its borders as GeoJSON.</param>
public sealed record NamedArea(int Id, string Code, string Name, string Shape);

/// <summary>For every subject that writes such files.</summary>
public static class NamedAreasSetup
{
    public static IServiceCollection AddNamedAreas(this IServiceCollection services)
    {
        services.TryAddSingleton<NamedAreas>();
        return services;
    }
}
