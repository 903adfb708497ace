using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>Where queries begin for incidents.</summary>
[QueryType]
public static class IncidentQueries
{
    private const int MostVersion = 64;

    private static readonly Refusal KeyMissing = new("INCIDENT_KEY_MISSING", "Send either id or number.", "请提供 id 或 number 中的一项。");

    public static async Task<Incident?> IncidentAsync(
        string? id, string? number, Caller caller, FindIncidentId findId, IncidentsById incidents, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        if (id is null == number is null)
        {
            throw KeyMissing.AsError();
        }

        var found = await findId.RunAsync(IncidentKey.Parse(id ?? number!).OrError(), cancellationToken);
        return found is { } known ? await incidents.LoadAsync(known, cancellationToken) : null;
    }

    public static Task<IncidentPage> IncidentsAsync(
        IncidentFilter? filter,
        IncidentSort sort,
        int? first,
        string? after,
        int? last,
        string? before,
        Caller caller,
        FindIncidents find,
        CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        return find.RunAsync(Checked(filter), sort, PageRequest.Parse(first, after, last, before).OrError(), caller, cancellationToken);
    }

    public static Task<IReadOnlyList<IncidentCount>> IncidentCountsAsync(
        IncidentGrouping by, CountedLevel level, IncidentFilter? filter, Caller caller, CountIncidentsBy count, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        return count.RunAsync(by, level, Checked(filter), caller, cancellationToken);
    }

    public static Task<IReadOnlyList<VersionedClass>> IncidentClassesAsync(
        string? version, Caller caller, FindVersionedClasses find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return version is not null && RequestValue.Words(version, MostVersion).IsRefused
            ? throw IncidentFilter.CodeMalformed.AsError()
            : find.RunAsync(version, cancellationToken);
    }

    public static async Task<Reporter?> ReporterAsync(
        string incident, Caller caller, FindIncidentId findId, IncidentsById incidents, RevealReporter reveal, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeReporters);
        var id = await findId.RunAsync(IncidentKey.Parse(incident).OrError(), cancellationToken);
        var found = id is { } known ? await incidents.LoadAsync(known, cancellationToken) : null;
        return found is null ? null : (await reveal.RunAsync(found, caller, cancellationToken)).OrError();
    }

    internal static IncidentFilter Checked(IncidentFilter? filter) =>
        filter?.FindRefusal() is { } refusal ? throw refusal.AsError() : filter ?? IncidentFilter.All;
}
