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
        await using var command = database.CreateCommand(Sql.Beside<ReportIncident>());
        var parameters = command.Parameters;
        parameters.AddWithValue("id", Guid.CreateVersion7(report.ReportedAt));
        parameters.AddWithValue("day", Day(report.Day));
        parameters.AddWithValue("class_version", report.Class.Version);
        parameters.AddWithValue("class_code", report.Class.Code);
        parameters.AddWithValue("source", origin.Source);
        parameters.AddWithValue("actor", origin.Actor);
        parameters.AddWithValue("urgency", report.Class.DefaultUrgency == Urgency.Urgent ? "urgent" : "normal");
        parameters.AddWithValue("description", report.Description);
        parameters.AddWithValue("reported_at", report.ReportedAt.UtcDateTime);
        parameters.AddWithValue("longitude", report.Position.Longitude);
        parameters.AddWithValue("latitude", report.Position.Latitude);
        parameters.Add(new NpgsqlParameter<DateTime?>("due_at", report.DueAt?.UtcDateTime));
        parameters.Add(new NpgsqlParameter<DateTime?>("handling_due_at", report.HandlingDueAt?.UtcDateTime));
        parameters.Add(new NpgsqlParameter<string?>("address", report.Address));
        parameters.Add(new NpgsqlParameter<string?>("reporter_name", report.ReporterName));
        parameters.Add(new NpgsqlParameter<string?>("reporter_phone", report.ReporterPhone));
        parameters.Add(new NpgsqlParameter<string?>("reporter_email", report.ReporterEmail));
        parameters.Add(new NpgsqlParameter<string?>("media_url", report.MediaUrl));
        parameters.Add(new NpgsqlParameter<string?>("idempotency_key", origin.IdempotencyKey));
        parameters.AddWithValue("idempotency_digest", digest);
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
