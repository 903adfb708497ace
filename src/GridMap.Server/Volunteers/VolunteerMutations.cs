using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Volunteers;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Volunteers;

/// <summary>A wish after a mutation, and why nothing was changed if nothing was.</summary>
public sealed record WishPayload(Guid? WishId, Refusal? Refusal);

/// <summary>An activity after a mutation, and why nothing was changed if nothing was.</summary>
public sealed record ActivityPayload(Guid? ActivityId, Refusal? Refusal);

/// <summary>A step that needs nothing but the wish.</summary>
public sealed record WishStepInput(string Id);

/// <summary>Who takes a wish on.</summary>
public sealed record ClaimWishInput(string Id, string VolunteerId);

/// <summary>How it went.</summary>
public sealed record RateWishInput(string Id, int Rating);

/// <summary>A step that needs nothing but the activity.</summary>
public sealed record ActivityStepInput(string Id);

/// <summary>Whose place in which activity.</summary>
public sealed record SignUpInput(string ActivityId, string VolunteerId);

/// <summary>Who is at which activity, and where their device was.</summary>
public sealed record CheckInVolunteerInput(string ActivityId, string VolunteerId, Position Position);

/// <summary>What is done about wishes and activities.</summary>
[MutationType]
public static class VolunteerMutations
{
    private static readonly Refusal IdMalformed = new("ID_MALFORMED", "Send the id as it was given.", "id 格式有误，请原样使用返回的 id。");

    private static readonly Refusal RatingOutOfRange = new("RATING_OUT_OF_RANGE", "Rate from 1 to 5.", "评分须在 1 至 5 之间。");

    public static async Task<WishPayload> MakeWishAsync(MakeWishInput input, Caller caller, MakeWish make, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var made = await make.RunAsync(input, caller, cancellationToken);
        return made.Refusal is { } refusal ? new WishPayload(null, refusal) : new WishPayload(made.Value, null);
    }

    public static Task<WishPayload> DispatchWishAsync(WishStepInput input, Caller caller, TakeWishStep take, CancellationToken cancellationToken) =>
        StepAsync(input.Id, WishStep.Dispatch, default, caller, take, cancellationToken);

    public static Task<WishPayload> ClaimWishAsync(ClaimWishInput input, Caller caller, TakeWishStep take, CancellationToken cancellationToken) =>
        RequestValue.Id(input.VolunteerId) is { IsRefused: false } volunteer
            ? StepAsync(input.Id, WishStep.Claim, new WishStepDetail(VolunteerId: volunteer.Value), caller, take, cancellationToken)
            : Task.FromResult(new WishPayload(null, IdMalformed));

    public static Task<WishPayload> GiveBackWishAsync(WishStepInput input, Caller caller, TakeWishStep take, CancellationToken cancellationToken) =>
        StepAsync(input.Id, WishStep.GiveBack, default, caller, take, cancellationToken);

    public static Task<WishPayload> FinishWishAsync(WishStepInput input, Caller caller, TakeWishStep take, CancellationToken cancellationToken) =>
        StepAsync(input.Id, WishStep.Finish, default, caller, take, cancellationToken);

    public static Task<WishPayload> RateWishAsync(RateWishInput input, Caller caller, TakeWishStep take, CancellationToken cancellationToken) =>
        input.Rating is >= 1 and <= 5
            ? StepAsync(input.Id, WishStep.Rate, new WishStepDetail(Rating: input.Rating), caller, take, cancellationToken)
            : Task.FromResult(new WishPayload(null, RatingOutOfRange));

    public static Task<WishPayload> WithdrawWishAsync(WishStepInput input, Caller caller, TakeWishStep take, CancellationToken cancellationToken) =>
        StepAsync(input.Id, WishStep.Withdraw, default, caller, take, cancellationToken);

    public static async Task<ActivityPayload> PublishActivityAsync(
        PublishActivityInput input, Caller caller, PublishActivity publish, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var published = await publish.RunAsync(input, caller, cancellationToken);
        return published.Refusal is { } refusal ? new ActivityPayload(null, refusal) : new ActivityPayload(published.Value, null);
    }

    public static Task<ActivityPayload> CancelActivityAsync(ActivityStepInput input, Caller caller, ChangeActivity change, CancellationToken cancellationToken) =>
        ChangeAsync(input.Id, caller, id => change.CancelAsync(id, caller, cancellationToken));

    public static Task<ActivityPayload> SignUpAsync(SignUpInput input, Caller caller, ChangeActivity change, CancellationToken cancellationToken) =>
        RequestValue.Id(input.VolunteerId) is { IsRefused: false } volunteer
            ? ChangeAsync(input.ActivityId, caller, id => change.SignUpAsync(id, volunteer.Value, caller, cancellationToken))
            : Task.FromResult(new ActivityPayload(null, IdMalformed));

    public static Task<ActivityPayload> CheckInVolunteerAsync(CheckInVolunteerInput input, Caller caller, ChangeActivity change, CancellationToken cancellationToken) =>
        RequestValue.Id(input.VolunteerId) is { IsRefused: false } volunteer
            ? ChangeAsync(input.ActivityId, caller, id => change.CheckInAsync(id, volunteer.Value, input.Position, caller, cancellationToken))
            : Task.FromResult(new ActivityPayload(null, IdMalformed));

    public static Task<ActivityPayload> FinishActivityAsync(ActivityStepInput input, Caller caller, ChangeActivity change, CancellationToken cancellationToken) =>
        ChangeAsync(input.Id, caller, id => change.FinishAsync(id, caller, cancellationToken));

    private static async Task<ActivityPayload> ChangeAsync(string id, Caller caller, Func<Guid, Task<Refusal?>> change)
    {
        caller.RequireKnown();
        return Guid.TryParse(id, out var activity) ? new ActivityPayload(activity, await change(activity)) : new ActivityPayload(null, IdMalformed);
    }

    private static async Task<WishPayload> StepAsync(
        string id, WishStep step, WishStepDetail detail, Caller caller, TakeWishStep take, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return Guid.TryParse(id, out var wish)
            ? new WishPayload(wish, await take.RunAsync(wish, step, detail, caller, cancellationToken))
            : new WishPayload(null, IdMalformed);
    }
}
