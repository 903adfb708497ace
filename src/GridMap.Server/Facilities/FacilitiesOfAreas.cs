using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Loads the facilities that lie in areas now, at any depth, by code.</summary>
public sealed class FacilitiesOfAreas(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<Facility>>
{
    protected override IReadOnlyList<Facility> Missing => [];

    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<Facility>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var found = await Rows.ReadAsync(database, Sql.Beside<FacilitiesOfAreas>(), Read, cancellationToken, Rows.Value(keys.ToArray()));
        return found.ByKey(static row => row.AreaId, static row => row.Facility);
    }

    private static (int AreaId, Facility Facility) Read(NpgsqlDataReader row) => (row.GetInt32(0), new Facility
    {
        Id = row.GetInt32(1),
        Code = row.GetString(2),
        KindCode = row.GetString(3),
        Name = row.GetString(4),
        NameEn = row.GetNullableString(5),
        Address = row.GetString(6),
        OpeningHours = row.GetString(7),
        Capacity = row.GetInt32(8),
        Status = StatusOf(row.GetString(9)),
        GridId = row.GetNullableInt32(10),
        Position = new Position(row.GetDouble(11), row.GetDouble(12)),
    });

    private static FacilityStatus StatusOf(string text) => text switch
    {
        "open" => FacilityStatus.Open,
        "suspended" => FacilityStatus.Suspended,
        "closed" => FacilityStatus.Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, null),
    };
}
