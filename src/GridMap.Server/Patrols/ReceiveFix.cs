using System.Threading.RateLimiting;
using GridMap.Core;
using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>What becomes of a fix: stored, filtered by a rule, or sent back.</summary>
public readonly record struct FixAnswer(FixFilter? Filter, Refusal? Refusal, int Status)
{
    public static FixAnswer Stored { get; } = new(null, null, StatusCodes.Status200OK);

    public static FixAnswer Filtered(FixFilter filter) => new(filter, null, StatusCodes.Status200OK);

    public static FixAnswer Refused(Refusal refusal, int status) => new(null, refusal, status);
}

/// <summary>Receives one fix of a device. It answers after the commit; whatever is not a 200 is to be sent again.</summary>
public sealed class ReceiveFix(KeepRoster roster, WriteFixes writer, PatrolOptions options, PatrolMeters meters, TimeProvider clock) : IDisposable
{
    private static readonly Refusal NotReady = new("ROSTER_UNREAD", "The server has just started; send the fix again.", "服务刚启动，请稍后重发。");

    private static readonly Refusal Unknown = new("DEVICE_UNKNOWN", "No patrol carries this device: register it first.", "没有登记此设备：请先为巡查力量登记设备号。");

    private static readonly Refusal TooManyUnknown = new("TOO_MANY_UNKNOWN_DEVICES", "Too many unknown devices are sending; slow down.", "未登记设备的请求过多，请放慢。");

    private static readonly Refusal Busy = new("INTAKE_BUSY", "The fix was not stored; send it again in a few seconds.", "定位未能入库，请数秒后重发。");

    private readonly FixedWindowRateLimiter _unknownDevices = new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = options.UnknownDevicesPerSecond,
        Window = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    public async Task<FixAnswer> RunAsync(string deviceId, Fix fix, CancellationToken cancellationToken)
    {
        var answer = await JudgeAsync(deviceId, fix, cancellationToken);
        if (answer.Filter is { } filter)
        {
            meters.Filtered(filter);
        }

        if (answer.Refusal is { } refusal)
        {
            meters.Refused(refusal.Code);
        }

        return answer;
    }

    public void Dispose() => _unknownDevices.Dispose();

    private async Task<FixAnswer> JudgeAsync(string deviceId, Fix fix, CancellationToken cancellationToken)
    {
        if (roster.Current is not { } current)
        {
            return FixAnswer.Refused(NotReady, StatusCodes.Status503ServiceUnavailable);
        }

        if (!current.ByDevice.TryGetValue(deviceId, out var patrol))
        {
            return AnswerUnknown();
        }

        var incoming = new IncomingFix(patrol, fix, clock.GetUtcNow());
        var verdict = FixSteps.JudgeArrival(incoming, current, options.Limits);
        if (verdict.Refusal is { } refusal)
        {
            return FixAnswer.Refused(refusal, StatusCodes.Status400BadRequest);
        }

        return verdict.Filter is { } filter ? FixAnswer.Filtered(filter) : await StoreAsync(incoming, cancellationToken);
    }

    private async Task<FixAnswer> StoreAsync(IncomingFix incoming, CancellationToken cancellationToken)
    {
        if (writer.TryEnqueue(incoming) is not { } stored)
        {
            return FixAnswer.Refused(Busy, StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            return await stored.WaitAsync(cancellationToken) is { } filter ? FixAnswer.Filtered(filter) : FixAnswer.Stored;
        }
        catch (FixesNotStoredException)
        {
            return FixAnswer.Refused(Busy, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private FixAnswer AnswerUnknown()
    {
        using var permit = _unknownDevices.AttemptAcquire();
        return permit.IsAcquired
            ? FixAnswer.Refused(Unknown, StatusCodes.Status404NotFound)
            : FixAnswer.Refused(TooManyUnknown, StatusCodes.Status429TooManyRequests);
    }
}
