using System.Globalization;
using GridMap.Core;
using GridMap.Core.Incidents;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>An incident as its reporter gets to know it.</summary>
/// <param name="IsNew">False when the same idempotency key had already been answered.</param>
public sealed record ReportedIncident(Guid Id, string Number, bool IsNew);

/// <summary>Where a report comes from.</summary>
/// <param name="Source">A source of the incident table: `open311`, `field` …</param>
/// <param name="Actor">Who it is in the history.</param>
/// <param name="IdempotencyKey">Two reports with the same key are one incident.</param>
public sealed record ReportOrigin(string Source, string Actor, string? IdempotencyKey);

/// <summary>Reports an incident (问题上报). It answers after the commit; the change row and the wake-up are part of the same statement.</summary>
public sealed class ReportIncident(CurrentIncidentRules currentRules, NpgsqlDataSource database, TimeProvider clock)
{
    private const int NumberAttempts = 3;

    private static readonly string Statement = Sql.Numbered<ReportIncident>(
        "id", "day", "class_version", "class_code", "source", "actor", "urgency", "description", "reported_at", "longitude", "latitude",
        "due_at", "handling_due_at", "address", "reporter_name", "reporter_phone", "reporter_email", "media_url", "idempotency_key", "idempotency_digest");

    public async Task<Result<ReportedIncident>> RunAsync(ReportDraft draft, ReportOrigin origin, CancellationToken cancellationToken)
    {
        var rules = await currentRules.FindAsync(cancellationToken);
        if (rules.Refusal is { } missing)
        {
            return missing;
        }

        var judged = Report.Judge(draft, clock.GetUtcNow(), rules.Value);
        if (judged.Refusal is { } refusal)
        {
            return refusal;
        }

        var digest = DigestOf(draft, origin);
        return await WriteAsync(judged.Value, origin, digest, cancellationToken) is { } written
            ? written
            : await LoadReportedAsync(origin.IdempotencyKey!, digest, cancellationToken);
    }

    /// <summary>Null when the idempotency key is known already.</summary>
    private async Task<ReportedIncident?> WriteAsync(AcceptedReport report, ReportOrigin origin, byte[] digest, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InsertAsync(report, origin, digest, cancellationToken);
            }
            catch (PostgresException taken) when (taken.ConstraintName == "incident_number_key" && attempt < NumberAttempts)
            {
                // Incidents of today that were imported with numbers of their own: go on behind the last of them.
                await MoveNumbersAsync(report.Day, cancellationToken);
            }
        }
    }

    private async Task<ReportedIncident?> InsertAsync(AcceptedReport report, ReportOrigin origin, byte[] digest, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Statement);
        var parameters = command.Parameters;
        parameters.Add(Rows.Value(Guid.CreateVersion7(report.ReportedAt)));
        parameters.Add(Rows.Value(Day(report.Day)));
        parameters.Add(Rows.Value(report.Class.Version));
        parameters.Add(Rows.Value(report.Class.Code));
        parameters.Add(Rows.Value(origin.Source));
        parameters.Add(Rows.Value(origin.Actor));
        parameters.Add(Rows.Value(report.Class.DefaultUrgency == Urgency.Urgent ? "urgent" : "normal"));
        parameters.Add(Rows.Value(report.Description));
        parameters.Add(Rows.Value(report.ReportedAt.UtcDateTime));
        parameters.Add(Rows.Value(report.Position.Longitude));
        parameters.Add(Rows.Value(report.Position.Latitude));
        parameters.Add(Rows.Value(report.DueAt?.UtcDateTime));
        parameters.Add(Rows.Value(report.HandlingDueAt?.UtcDateTime));
        parameters.Add(Rows.Value(report.Address));
        parameters.Add(Rows.Value(report.ReporterName));
        parameters.Add(Rows.Value(report.ReporterPhone));
        parameters.Add(Rows.Value(report.ReporterEmail));
        parameters.Add(Rows.Value(report.MediaUrl));
        parameters.Add(Rows.Value(origin.IdempotencyKey));
        parameters.Add(Rows.Value(digest));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new ReportedIncident(reader.GetGuid(0), reader.GetString(1), IsNew: true) : null;
    }

    private async Task<Result<ReportedIncident>> LoadReportedAsync(string idempotencyKey, byte[] digest, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<ReportIncident>("again"));
        command.Parameters.AddWithValue("idempotency_key", idempotencyKey);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new InvalidOperationException("A report was neither written nor found by its idempotency key.");
        }

        // Reports from before there were digests are taken for the same.
        return reader.IsDBNull(2) || digest.AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(2))
            ? new ReportedIncident(reader.GetGuid(0), reader.GetString(1), IsNew: false)
            : IdempotencyKey.Reused;
    }

    private async Task MoveNumbersAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<ReportIncident>("numbers"));
        command.Parameters.AddWithValue("day", Day(day));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static byte[] DigestOf(ReportDraft draft, ReportOrigin origin) => IdempotencyKey.Digest(
        origin.Source,
        draft.ClassCode,
        draft.Description,
        draft.Longitude?.ToString("R", CultureInfo.InvariantCulture),
        draft.Latitude?.ToString("R", CultureInfo.InvariantCulture),
        draft.Address,
        draft.ReporterName,
        draft.ReporterPhone,
        draft.ReporterEmail,
        draft.MediaUrl);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
