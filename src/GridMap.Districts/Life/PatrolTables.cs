using GridMap.Districts.Writing;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Life;

/// <summary>Copies patrols, patrol points and check-ins into their tables.</summary>
internal static class PatrolTables
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, PatrolForce force, IReadOnlyList<PatrolPointRow> points, IEnumerable<CheckInRow> checkIns, CancellationToken cancellationToken)
    {
        await CopyIn.RunAsync(connection, "patrol (id, device_id, name, kind, employment, skills, grid_id)", force.Patrols, (row, patrol) =>
        {
            row.Put(patrol.Id);
            row.Put(patrol.DeviceId);
            row.Put(patrol.Name);
            row.Put(patrol.Kind);
            row.Put(patrol.Employment);
            row.Write(patrol.Skills, NpgsqlDbType.Array | NpgsqlDbType.Text);
            row.Put(patrol.GridId);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "shift (patrol_id, weekdays, starts_at, ends_at)", force.Shifts, (row, shift) =>
        {
            row.Put(shift.PatrolId);
            row.Write(shift.Weekdays, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
            row.Write(shift.StartsAt, NpgsqlDbType.Time);
            row.Write(shift.EndsAt, NpgsqlDbType.Time);
        }, cancellationToken);
        await WritePointsAsync(connection, points, cancellationToken);
        await CopyIn.RunAsync(connection, "check_in (patrol_point_id, patrol_id, checked_at, distance_meters)", checkIns, (row, checkIn) =>
        {
            row.Put(checkIn.PatrolPointId);
            row.Put(checkIn.PatrolId);
            row.PutInstant(checkIn.CheckedAt);
            row.Write(checkIn.DistanceMeters, NpgsqlDbType.Real);
        }, cancellationToken);
    }

    private static async Task WritePointsAsync(NpgsqlConnection connection, IReadOnlyList<PatrolPointRow> points, CancellationToken cancellationToken)
    {
        const string columns = "patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)";
        await CopyIn.RunAsync(connection, columns, points, (row, point) =>
        {
            row.Put(point.Id);
            row.Put(point.Code);
            row.Put(point.Name);
            row.Put(point.Kind);
            row.Write(point.RequiredVisits, NpgsqlDbType.Smallint);
            row.Put(point.RequiredPer);
            row.Put(point.GridId);
            row.Put(point.Position);
        }, cancellationToken);
    }
}
