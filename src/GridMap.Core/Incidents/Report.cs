using GridMap.Core.Geography;

namespace GridMap.Core.Incidents;

/// <summary>What someone reports, as it came in.</summary>
public sealed record ReportDraft(
    string? ClassCode,
    string? Description,
    double? Longitude,
    double? Latitude,
    string? Address = null,
    string? ReporterName = null,
    string? ReporterPhone = null,
    string? ReporterEmail = null,
    string? MediaUrl = null);

/// <summary>A report that holds: it has its class, urgency, number prefix and deadline.</summary>
/// <param name="Day">The local day of the report, which its number begins with.</param>
public sealed record AcceptedReport(
    ReportableClass Class,
    string Description,
    Position Position,
    string? Address,
    string? ReporterName,
    string? ReporterPhone,
    string? ReporterEmail,
    string? MediaUrl,
    DateTimeOffset ReportedAt,
    DateOnly Day,
    DateTimeOffset? DueAt,
    DateTimeOffset? HandlingDueAt);

/// <summary>Accepts or refuses what someone reports (问题上报).</summary>
public static class Report
{
    public const int MaxDescription = 2_000;
    public const int MaxAddress = 300;
    public const int MaxContact = 100;
    public const int MaxMediaUrl = 2_000;

    public static Refusal ClassUnknown { get; } = new(
        "CLASS_UNKNOWN", "Use a code of the incident dictionary in force; the list of services names them.", "请使用现行事件分类中的代码，可从服务列表中查询。");

    public static Result<AcceptedReport> Judge(ReportDraft draft, DateTimeOffset now, IncidentRules rules)
    {
        var incidentClass = FindClass(draft.ClassCode, rules);
        if (incidentClass.Refusal is { } classRefusal)
        {
            return classRefusal;
        }

        var position = Locate(draft.Longitude, draft.Latitude, rules);
        if (position.Refusal is { } positionRefusal)
        {
            return positionRefusal;
        }

        var description = draft.Description?.Trim() ?? "";
        if ((CheckDescription(description) ?? CheckOptionalTexts(draft) ?? CheckMediaUrl(draft.MediaUrl)) is { } textRefusal)
        {
            return textRefusal;
        }

        return Accept(draft, incidentClass.Value, description, position.Value, now, rules);
    }

    private static AcceptedReport Accept(
        ReportDraft draft, ReportableClass incidentClass, string description, Position position, DateTimeOffset now, IncidentRules rules) => new(
            incidentClass,
            description,
            position,
            Tidy(draft.Address),
            Tidy(draft.ReporterName),
            Tidy(draft.ReporterPhone),
            Tidy(draft.ReporterEmail),
            Tidy(draft.MediaUrl),
            now,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, rules.TimeZone).DateTime),
            DueTime(incidentClass.Closing, now, rules),
            DueTime(incidentClass.Handling, now, rules));

    private static DateTimeOffset? DueTime(DeadlineRule? rule, DateTimeOffset now, IncidentRules rules) =>
        rule is null ? null : Deadline.Find(rule, now, rules.Calendar, rules.TimeZone);

    private static Result<ReportableClass> FindClass(string? code, IncidentRules rules)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return new Refusal("CLASS_MISSING", "Name the class of the incident (service_code).", "请提供事件类别代码（service_code）。");
        }

        return rules.Classes.TryGetValue(code.Trim(), out var found)
            ? found
            : ClassUnknown;
    }

    private static Result<Position> Locate(double? longitude, double? latitude, IncidentRules rules)
    {
        if (longitude is not { } east || latitude is not { } north)
        {
            return new Refusal("POSITION_MISSING", "Send both longitude and latitude: an address alone cannot be located.", "请同时提供经度和纬度：仅有地址无法定位。");
        }

        var position = Position.Parse(Lattice.Snap(east), Lattice.Snap(north));
        if (position.Refusal is { } offTheGlobe)
        {
            return offTheGlobe;
        }

        if (rules.Covers(position.Value.Longitude, position.Value.Latitude))
        {
            return position;
        }

        return rules.Covers(position.Value.Latitude, position.Value.Longitude)
            ? new Refusal("POSITION_OUTSIDE_DISTRICT", "Longitude and latitude look swapped: the position lies in the district the other way round.", "经纬度似乎写反了：对调后位于本辖区内。")
            : new Refusal("POSITION_OUTSIDE_DISTRICT", "The position lies outside the district; report it where it belongs.", "该位置不在本辖区内，请向所属区县上报。");
    }

    private static Refusal? CheckDescription(string description)
    {
        if (description.Length is 0 or > MaxDescription)
        {
            return new Refusal("DESCRIPTION_LENGTH", $"Describe the incident in 1 to {MaxDescription} characters.", $"请用 1 至 {MaxDescription} 个字描述事件。");
        }

        return !PlainText.Holds(description) ? ControlCharacters("description") : null;
    }

    private static Refusal? CheckOptionalTexts(ReportDraft draft)
    {
        ReadOnlySpan<(string Name, string? Text, int Longest)> texts =
        [
            ("address", draft.Address, MaxAddress),
            ("reporter name", draft.ReporterName, MaxContact),
            ("reporter phone", draft.ReporterPhone, MaxContact),
            ("reporter email", draft.ReporterEmail, MaxContact),
        ];
        foreach (var (name, text, longest) in texts)
        {
            if (text?.Length > longest)
            {
                return new Refusal("TEXT_TOO_LONG", $"Shorten the {name} to {longest} characters.", $"字段 {name} 不得超过 {longest} 个字。");
            }

            if (text is not null && !PlainText.Holds(text))
            {
                return ControlCharacters(name);
            }
        }

        return null;
    }

    /// <summary>The address of a picture is kept, never opened; only an http or https address is one.</summary>
    private static Refusal? CheckMediaUrl(string? text) =>
        string.IsNullOrWhiteSpace(text)
        || (text.Length <= MaxMediaUrl && PlainText.Holds(text) && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? null
            : new Refusal("MEDIA_URL_INVALID", $"media_url must be an http or https address of at most {MaxMediaUrl} characters.", $"media_url 须为 http/https 网址，不超过 {MaxMediaUrl} 个字符。");

    private static Refusal ControlCharacters(string name) =>
        new("TEXT_CONTROL_CHARACTERS", $"Send the {name} as UTF-8 without control characters.", $"字段 {name} 须为不含控制字符的 UTF-8 文本。");

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
