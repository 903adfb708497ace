using System.Globalization;
using GridMap.Core.Incidents;

namespace GridMap.Server.Incidents.Open311;

/// <summary>The records of GeoReport v2, with the fields the specification names, in its order.</summary>
internal static class Open311Records
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";

    private static readonly string[] Formats = ["text/xml", "application/json"];

    public static Open311Record Discovery(string root, string changeset) => new(
        "discovery",
        ("changeset", changeset),
        ("contact", "GridMap 网格化治理一张图"),
        ("key_service", "No key is needed. 无需申请密钥。"),
        ("endpoints", new Open311Record[]
        {
            new(
                "endpoint",
                ("specification", Specification),
                ("url", root),
                ("changeset", changeset),
                ("type", "production"),
                ("formats", Formats)),
        }));

    public static Open311Record Service(ReportableClass service) => new(
        "service",
        ("service_code", service.Code),
        ("service_name", service.Name),
        ("description", service.NameEnglish),
        ("metadata", false),
        ("type", "realtime"),
        ("keywords", $"{service.GroupName},{service.GroupNameEnglish}"),
        ("group", service.GroupName));

    public static Open311Record Definition(ReportableClass service) => new(
        "service_definition", ("service_code", service.Code), ("attributes", Array.Empty<Open311Record>()));

    public static Open311Record Accepted(ReportedIncident incident) => new(
        "request", ("service_request_id", incident.Number), ("service_notice", null), ("account_id", null));

    public static Open311Record Token(string token, string number) => new("request", ("service_request_id", number), ("token", token));

    public static Open311Record Request(ServiceRequest request, TimeZoneInfo timeZone) => new(
        "request",
        ("service_request_id", request.Id),
        ("status", request.IsClosed ? "closed" : "open"),
        ("status_notes", request.StatusNotes),
        ("service_name", request.ServiceName),
        ("service_code", request.ServiceCode),
        ("description", request.Description),
        ("agency_responsible", null),
        ("service_notice", null),
        ("requested_datetime", Time(request.RequestedAt, timeZone)),
        ("updated_datetime", Time(request.UpdatedAt, timeZone)),
        ("expected_datetime", request.ExpectedAt is { } expected ? Time(expected, timeZone) : null),
        ("address", request.Address),
        ("address_id", null),
        ("zipcode", null),
        ("lat", request.Latitude),
        ("long", request.Longitude),
        ("media_url", request.MediaUrl));

    private static string Time(DateTimeOffset at, TimeZoneInfo timeZone) =>
        TimeZoneInfo.ConvertTime(at, timeZone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
