using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>A service by its code and when it is offered.</summary>
public readonly record struct OfferedService(string Code, string? OpeningHours);

/// <summary>Loads what facilities offer, by code.</summary>
public sealed class ServicesOfFacilities(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<OfferedService>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<OfferedService>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var offered = await Rows.ReadAsync(database, Sql.Beside<ServicesOfFacilities>(), Read, cancellationToken, Rows.Value(keys.ToArray()));
        return offered
            .GroupBy(row => row.FacilityId, row => row.Service)
            .ToDictionary(group => group.Key, IReadOnlyList<OfferedService> (group) => [.. group]);
    }

    private static (int FacilityId, OfferedService Service) Read(NpgsqlDataReader row) => (row.GetInt32(0), new(row.GetString(1), row.GetNullableString(2)));
}
