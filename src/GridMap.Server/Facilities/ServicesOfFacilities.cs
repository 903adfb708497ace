using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>A service and when it is offered.</summary>
public sealed record OfferedService(Service? Service, string? OpeningHours);

/// <summary>Loads what facilities offer, by code.</summary>
public sealed class ServicesOfFacilities(NpgsqlDataSource database, ServicesByCode services) : DataLoader<int, IReadOnlyList<OfferedService>>
{
    protected override IReadOnlyList<OfferedService> Missing => [];

    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<OfferedService>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, Service?>();
        var offered = await Rows.ReadAsync(database, Sql.Beside<ServicesOfFacilities>(), Read, cancellationToken, Rows.Value(keys.ToArray()));
        foreach (var code in offered.Select(row => row.Code).Distinct())
        {
            known[code] = await services.FindAsync(code, cancellationToken);
        }

        return offered.ByKey(static row => row.FacilityId, row => new OfferedService(known[row.Code], row.OpeningHours));
    }

    private static (int FacilityId, string Code, string? OpeningHours) Read(NpgsqlDataReader row) =>
        (row.GetInt32(0), row.GetString(1), row.GetNullableString(2));
}
