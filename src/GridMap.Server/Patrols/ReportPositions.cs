using System.Globalization;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Platform.Access;

namespace GridMap.Server.Patrols;

/// <summary>A fix as a request says it; what else its device knows is left out where it makes no sense.</summary>
public sealed record ReportedFixInput(
    string DeviceId, DateTimeOffset At, Position Position, double? SpeedMps, double? BearingDegrees, double? AccuracyMeters, double? BatteryPercent);

public sealed record ReportPositionsInput(IReadOnlyList<ReportedFixInput> Fixes);

/// <summary>A fix that a rule stopped although its device did nothing wrong.</summary>
public sealed record FilteredFix(int Index, FixFilter Rule);

/// <summary>A fix that was not taken, and why.</summary>
public sealed record RefusedFix(int Index, Refusal Refusal);

/// <summary>What became of the fixes of a request.</summary>
public sealed record ReportedPositions(int Stored, IReadOnlyList<FilteredFix> Filtered, IReadOnlyList<RefusedFix> Refused, Refusal? Refusal);

/// <summary>Takes many fixes at once, of a gateway or of a phone that was offline, on the same way as the single ones. Answers after the commit.</summary>
public sealed class ReportPositions(ReceiveFix receive, CurrentAreas areas, PatrolOptions options)
{
    private const double FastestMps = 150;

    public async Task<ReportedPositions> RunAsync(ReportPositionsInput input, Caller caller, CancellationToken cancellationToken)
    {
        if (input.Fixes.Count > options.MostFixesInRequest)
        {
            var tooMany = TooMany(options.MostFixesInRequest);
            receive.Unreadable(tooMany);
            return new ReportedPositions(0, [], [], tooMany);
        }

        var scope = await areas.ScopeAsync(caller, Permission.SendPositions, cancellationToken);
        return Tell(await receive.RunAsync([.. input.Fixes.Select(ToSent)], scope, cancellationToken));
    }

    private static ReportedPositions Tell(FixAnswer[] answers)
    {
        var (filtered, refused) = (new List<FilteredFix>(), new List<RefusedFix>());
        for (var index = 0; index < answers.Length; index++)
        {
            if (answers[index].Filter is { } filter)
            {
                filtered.Add(new FilteredFix(index, filter));
            }
            else if (answers[index].Refusal is { } refusal)
            {
                refused.Add(new RefusedFix(index, refusal));
            }
        }

        return new ReportedPositions(answers.Length - filtered.Count - refused.Count, filtered, refused, null);
    }

    private static Refusal TooMany(int most) => new(
        "TOO_MANY_POSITIONS",
        string.Create(CultureInfo.InvariantCulture, $"Nothing was stored: send at most {most} positions in a request."),
        string.Create(CultureInfo.InvariantCulture, $"未入库：每次请求最多 {most} 个定位点，请分批发送。"));

    private static SentFix ToSent(ReportedFixInput fix) => new(fix.DeviceId.Trim(), new Fix(
        new Position(Lattice.Snap(fix.Position.Longitude), Lattice.Snap(fix.Position.Latitude)),
        fix.At,
        Within(fix.SpeedMps, FastestMps),
        Within(fix.BearingDegrees, 360),
        Within(fix.AccuracyMeters, 1e6),
        Within(fix.BatteryPercent, 100)));

    private static double? Within(double? value, double most) => value >= 0 && value <= most ? value : null;
}
