using GridMap.Districts.Writing;
using Npgsql;

namespace GridMap.Districts.Life;

/// <summary>Copies incidents, their steps and orders into their tables, a batch at a time.</summary>
internal static class IncidentTables
{
    private const int BatchSize = 25_000;

    /// <summary>Answers how many were written: the next number is one more.</summary>
    public static async Task<int> WriteAsync(
        NpgsqlConnection connection, IEnumerable<IncidentRow> incidents, string classVersion, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var batch in incidents.Chunk(BatchSize))
        {
            await WriteIncidentsAsync(connection, batch, classVersion, cancellationToken);
            await WriteStepsAsync(connection, batch, cancellationToken);
            await WriteOrdersAsync(connection, batch, cancellationToken);
            written += batch.Length;
        }

        return written;
    }

    private static Task WriteIncidentsAsync(
        NpgsqlConnection connection, IncidentRow[] batch, string classVersion, CancellationToken cancellationToken) => CopyIn.RunAsync(
        connection,
        "incident (id, number, class_version, class_code, source, urgency, step, description, address, grid_id, reported_at, on_scene_at, due_at, handling_due_at, closed_at, position)",
        batch,
        (row, incident) =>
        {
            row.PutIdentifier(incident.Id);
            row.Put(incident.Number);
            row.Put(classVersion);
            row.Put(incident.ClassCode);
            row.Put(incident.Source);
            row.Put(incident.Urgency);
            row.Put(incident.Step);
            row.Put(incident.Description);
            row.Put(incident.Address);
            row.Put(incident.GridId);
            row.PutInstant(incident.ReportedAt);
            row.PutInstant(incident.OnSceneAt);
            row.PutInstant(incident.DueAt);
            row.PutInstant(incident.HandlingDueAt);
            row.PutInstant(incident.ClosedAt);
            row.Put(incident.Position);
        },
        cancellationToken);

    private static Task WriteStepsAsync(NpgsqlConnection connection, IncidentRow[] batch, CancellationToken cancellationToken) => CopyIn.RunAsync(
        connection,
        "incident_step (incident_id, from_step, to_step, at, actor, note)",
        batch.SelectMany(incident => incident.Steps.Select(step => (incident.Id, Step: step))),
        (row, entry) =>
        {
            row.PutIdentifier(entry.Id);
            row.Put(entry.Step.From);
            row.Put(entry.Step.To);
            row.PutInstant(entry.Step.At);
            row.Put(entry.Step.Actor);
            row.Put(entry.Step.Note);
        },
        cancellationToken);

    private static Task WriteOrdersAsync(NpgsqlConnection connection, IncidentRow[] batch, CancellationToken cancellationToken) => CopyIn.RunAsync(
        connection,
        "assignment_order (id, incident_id, patrol_id, assigned_at, accepted_at, arrived_at, finished_at)",
        batch.Where(incident => incident.Order is not null).Select(incident => (IncidentId: incident.Id, Order: incident.Order!)),
        (row, entry) =>
        {
            row.PutIdentifier(entry.Order.Id);
            row.PutIdentifier(entry.IncidentId);
            row.Put(entry.Order.PatrolId);
            row.PutInstant(entry.Order.AssignedAt);
            row.PutInstant(entry.Order.AcceptedAt);
            row.PutInstant(entry.Order.ArrivedAt);
            row.PutInstant(entry.Order.FinishedAt);
        },
        cancellationToken);
}
