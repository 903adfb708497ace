using System.Threading.RateLimiting;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>What becomes of a fix: stored, filtered by a rule, or sent back.</summary>
public readonly record struct FixAnswer(FixFilter? Filter, Refusal? Refusal, int Status)
{
    public static FixAnswer Stored { get; } = new(null, null, StatusCodes.Status200OK);

    public static FixAnswer Filtered(FixFilter filter) => new(filter, null, StatusCodes.Status200OK);

    public static FixAnswer Refused(Refusal refusal, int status) => new(null, refusal, status);
}

/// <summary>A fix as it was sent: by a device's own name.</summary>
public readonly record struct SentFix(string DeviceId, Fix Fix);

/// <summary>
/// Receives fixes of devices. It answers after the commit; whatever is neither stored nor filtered is to be sent again, or put right first.
/// </summary>
public sealed class ReceiveFix(KeepRoster roster, WriteFixes writer, PatrolOptions options, PatrolMeters meters, TimeProvider clock) : IDisposable
{
    private static readonly Refusal NotReady = new("ROSTER_UNREAD", "The server has just started; send the fix again.", "服务刚启动，请稍后重发。");

    private static readonly Refusal Unknown = new("DEVICE_UNKNOWN", "No patrol carries this device: register it first.", "没有登记此设备：请先为巡查力量登记设备号。");

    private static readonly Refusal TooManyUnknown = new("TOO_MANY_UNKNOWN_DEVICES", "Too many unknown devices are sending; slow down.", "未登记设备的请求过多，请放慢。");

    private static readonly Refusal NotAllowed = new("NOT_ALLOWED", "Your roles do not allow sending positions of this patrol.", "您的角色无权上报该巡查力量的定位。");

    private static readonly Refusal Busy = new("INTAKE_BUSY", "The fix was not stored; send it again in a few seconds.", "定位未能入库，请数秒后重发。");

    private readonly FixedWindowRateLimiter _unknownDevices = new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = options.UnknownDevicesPerSecond,
        Window = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    /// <summary>What becomes of one fix.</summary>
    public async Task<FixAnswer> RunAsync(SentFix sent, CancellationToken cancellationToken) =>
        (await RunAsync([sent], GridScope.Everywhere, cancellationToken))[0];

    /// <summary>What becomes of each, in their order. Those to be stored wait together for one answer of the database.</summary>
    /// <param name="scope">The grids whose patrols the sender may speak for.</param>
    public async Task<FixAnswer[]> RunAsync(SentFix[] sent, GridScope scope, CancellationToken cancellationToken)
    {
        var answers = new FixAnswer[sent.Length];
        var (kept, places, count, now) = (new IncomingFix[sent.Length], new int[sent.Length], 0, clock.GetUtcNow());
        for (var place = 0; place < sent.Length; place++)
        {
            if (Judge(sent[place], scope, now, out kept[count]) is { } answer)
            {
                answers[place] = answer;
            }
            else
            {
                places[count++] = place;
            }
        }

        if (count > 0)
        {
            var stored = await StoreAsync(kept.AsMemory(0, count), cancellationToken);
            for (var index = 0; index < stored.Length; index++)
            {
                answers[places[index]] = stored[index];
            }
        }

        meters.Answered(answers);
        return answers;
    }

    /// <summary>Counts what could not even be read.</summary>
    public void Unreadable(Refusal refusal) => meters.Refused(refusal.Code);

    public void Dispose() => _unknownDevices.Dispose();

    /// <summary>The answer, if one can be given before anything is stored.</summary>
    private FixAnswer? Judge(in SentFix sent, GridScope scope, DateTimeOffset now, out IncomingFix incoming)
    {
        incoming = default;
        if (roster.Current is not { } current)
        {
            return FixAnswer.Refused(NotReady, StatusCodes.Status503ServiceUnavailable);
        }

        if (!current.ByDevice.TryGetValue(sent.DeviceId, out var patrol))
        {
            return AnswerUnknown();
        }

        if (!scope.Contains(patrol.GridId))
        {
            return FixAnswer.Refused(NotAllowed, StatusCodes.Status403Forbidden);
        }

        incoming = new IncomingFix(patrol, sent.Fix, now);
        var verdict = FixSteps.JudgeArrival(incoming, current, options.Limits);
        return verdict.Refusal is { } refusal ? FixAnswer.Refused(refusal, StatusCodes.Status400BadRequest)
            : verdict.Filter is { } filter ? FixAnswer.Filtered(filter)
            : null;
    }

    private async Task<FixAnswer[]> StoreAsync(ReadOnlyMemory<IncomingFix> fixes, CancellationToken cancellationToken)
    {
        if (writer.TryEnqueue(fixes) is { } stored)
        {
            try
            {
                return Array.ConvertAll(await stored.WaitAsync(cancellationToken), static filter => filter is { } rule ? FixAnswer.Filtered(rule) : FixAnswer.Stored);
            }
            catch (FixesNotStoredException)
            {
                // Told below.
            }
        }

        var busy = new FixAnswer[fixes.Length];
        Array.Fill(busy, FixAnswer.Refused(Busy, StatusCodes.Status503ServiceUnavailable));
        return busy;
    }

    private FixAnswer AnswerUnknown()
    {
        using var permit = _unknownDevices.AttemptAcquire();
        return permit.IsAcquired
            ? FixAnswer.Refused(Unknown, StatusCodes.Status404NotFound)
            : FixAnswer.Refused(TooManyUnknown, StatusCodes.Status429TooManyRequests);
    }
}
