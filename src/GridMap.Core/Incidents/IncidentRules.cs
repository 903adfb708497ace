using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace GridMap.Core.Incidents;

/// <summary>What a report is judged by: the dictionary in force, the calendar, and the land the district answers for.</summary>
public sealed class IncidentRules(
    IReadOnlyDictionary<string, ReportableClass> classes, WorkingCalendar calendar, TimeZoneInfo timeZone, string jurisdiction, Geometry extent)
{
    private readonly IPreparedGeometry _extent = PreparedGeometryFactory.Prepare(extent);

    public IReadOnlyDictionary<string, ReportableClass> Classes { get; } = classes;

    public WorkingCalendar Calendar { get; } = calendar;

    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>The six-digit county code.</summary>
    public string Jurisdiction { get; } = jurisdiction;

    public bool Covers(double longitude, double latitude) => _extent.Covers(extent.Factory.CreatePoint(new Coordinate(longitude, latitude)));
}
