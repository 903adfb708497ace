using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Writing;

/// <summary>Writes the areas of all levels with their revisions and shapes.</summary>
internal static class AreaTables
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, DividedDistrict district, NpgsqlRange<DateTime> valid, CancellationToken cancellationToken)
    {
        var areas = district.Areas.Areas;
        await CopyIn.RunAsync(connection, "area (id, level)", areas, (row, area) =>
        {
            row.Put(area.Id);
            row.Put(area.Level);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "area_revision (area_id, valid, code, name, name_en, parent_id, head_name)", areas, (row, area) =>
        {
            row.Put(area.Id);
            row.Put(valid);
            row.Put(area.Code);
            row.Put(area.Name);
            row.Put(area.NameEnglish);
            row.Put(area.ParentId);
            row.Put(area.HeadName);
        }, cancellationToken);
        await CopyIn.RunAsync(
            connection,
            "area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)",
            areas,
            (row, area) =>
            {
                row.Put(area.Id);
                row.Put(area.Level);
                row.Put(valid);
                row.Put(area.Shape);
                row.Put(area.LabelPoint);
                row.Put(area.SquareMeters);
                row.Put(area.Sums.Households);
                row.Put(area.Sums.Persons);
                row.Put(area.Sums.Elders);
                row.Put(area.Sums.Buildings);
            },
            cancellationToken);
    }
}
