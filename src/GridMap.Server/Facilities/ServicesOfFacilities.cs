using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Loads what facilities offer, by code.</summary>
public sealed class ServicesOfFacilities(NpgsqlDataSource database) : DataLoader<Facility, IReadOnlyList<FacilityService>>
{
    protected override async Task<IReadOnlyDictionary<Facility, IReadOnlyList<FacilityService>>> LoadBatchAsync(
        IReadOnlyList<Facility> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var offered = await connection.QueryAsync<(int FacilityId, string Code, string Name, string NameEn, string? Hours)>(new CommandDefinition(
            Sql.Beside<ServicesOfFacilities>(), new { ids = keys.Select(facility => facility.Id).Distinct().ToArray() }, cancellationToken: cancellationToken));
        var byFacility = offered.ToLookup(row => row.FacilityId, row => (Service: new Service(row.Code, row.Name, row.NameEn), row.Hours));
        return keys.ToDictionary(
            facility => facility,
            IReadOnlyList<FacilityService> (facility) => [.. byFacility[facility.Id].Select(row => new FacilityService(facility, row.Service, row.Hours))]);
    }
}
