using System.Globalization;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Response;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Response;

/// <summary>Which incidents to count, as a request says it; null keeps all.</summary>
/// <param name="From">Reported at or after this, in whole seconds.</param>
/// <param name="Until">Reported before this.</param>
public sealed record ResponseFilter(
    DateTimeOffset From,
    DateTimeOffset Until,
    string? Within = null,
    IReadOnlyList<string>? Classes = null,
    IReadOnlyList<ResponseSource>? Sources = null,
    IReadOnlyList<int>? HoursOfWeek = null)
{
    private const int MostCodes = 200;
    private const int HoursInWeek = 168;

    private static readonly Refusal PeriodOutOfRange = new("PERIOD_OUT_OF_RANGE", "Ask for a period between 1970 and 2106.", "查询时段须在 1970 至 2106 年之间。");

    private static readonly Refusal CodesMalformed = new(
        "CLASSES_MALFORMED", $"Send at most {MostCodes} codes of five digits.", $"类别代码须为五位数字，最多 {MostCodes} 个。");

    private static readonly Refusal HoursMalformed = new(
        "HOURS_MALFORMED", "Send hours of the week from 0 (Monday 0 o'clock) to 167.", "一周中的小时须在 0（周一 0 时）至 167 之间。");

    /// <summary>The selection it means for a caller: within what both ask for and allow.</summary>
    public async ValueTask<Result<IncidentSelection>> SelectAsync(Caller caller, CurrentAreas areas, CancellationToken cancellationToken)
    {
        var area = RequestValue.IdIfGiven(Within);
        if ((FindRefusal() ?? area.Refusal) is { } refusal)
        {
            return refusal;
        }

        var scope = await areas.ScopeAsync(caller, Permission.SeeIncidents, area.Value, cancellationToken);
        return new IncidentSelection(
            Ceiling(From),
            Ceiling(Until),
            scope.Grids?.ToHashSet(),
            Classes?.Select(code => int.Parse(code, CultureInfo.InvariantCulture)).ToHashSet(),
            Sources is null ? uint.MaxValue : Sources.Aggregate(0u, (bits, source) => bits | (1u << (int)source)),
            HoursOfWeek is null ? null : Flags(HoursOfWeek));
    }

    private static bool[] Flags(IReadOnlyList<int> hours)
    {
        var flags = new bool[HoursInWeek];
        foreach (var hour in hours)
        {
            flags[hour] = true;
        }

        return flags;
    }

    private static uint Ceiling(DateTimeOffset time) => (uint)Math.Ceiling((time - DateTimeOffset.UnixEpoch).TotalSeconds);

    private Refusal? FindRefusal()
    {
        if (Until <= From)
        {
            return Period.Inverted;
        }

        if (From < DateTimeOffset.UnixEpoch || Until > DateTimeOffset.FromUnixTimeSeconds(uint.MaxValue))
        {
            return PeriodOutOfRange;
        }

        if (Classes is { } codes && (codes.Count > MostCodes || codes.Any(code => code.Length != 5 || !RequestValue.TryWhole(code, out _))))
        {
            return CodesMalformed;
        }

        return HoursOfWeek?.Any(hour => hour is < 0 or >= HoursInWeek) == true ? HoursMalformed : null;
    }
}
