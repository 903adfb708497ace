using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>
/// An area as all statements of areas give it: id, level, code, name, name_en, head_name, parent_id, households, persons, elders, buildings,
/// area_square_meters, longitude and latitude of its label, at.
/// </summary>
internal static class AreaRow
{
    public static Area Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt32(0),
        Level = LevelOf(row.GetString(1)),
        Code = row.GetString(2),
        Name = row.GetString(3),
        NameEn = row.GetNullableString(4),
        HeadName = row.GetNullableString(5),
        ParentId = row.GetNullableInt32(6),
        Households = row.GetInt32(7),
        Persons = row.GetInt32(8),
        Elders = row.GetInt32(9),
        Buildings = row.GetInt32(10),
        AreaSquareMeters = row.GetDouble(11),
        LabelPoint = new Position(row.GetDouble(12), row.GetDouble(13)),
        At = row.GetFieldValue<DateTimeOffset>(14),
    };

    /// <summary>A level as the database writes it.</summary>
    public static string TextOf(AreaLevel level) => level switch
    {
        AreaLevel.District => "district",
        AreaLevel.Subdistrict => "subdistrict",
        AreaLevel.Community => "community",
        AreaLevel.Grid => "grid",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    private static AreaLevel LevelOf(string text) => text switch
    {
        "district" => AreaLevel.District,
        "subdistrict" => AreaLevel.Subdistrict,
        "community" => AreaLevel.Community,
        "grid" => AreaLevel.Grid,
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, null),
    };
}
