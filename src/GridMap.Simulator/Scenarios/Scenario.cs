using System.Text.Json.Serialization;

namespace GridMap.Simulator.Scenarios;

/// <summary>What happens in a district for some hours, and how quickly those who answer it are (`data/scenarios/*.json`).</summary>
public sealed record Scenario
{
    /// <summary>The schema that editors check the file by; the simulator does not read it.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>One after the other; the last one goes on until the simulator is stopped.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Where outbreaks are, by name.</summary>
    public IReadOnlyDictionary<string, Locality> Places { get; init; } = new Dictionary<string, Locality>();

    public Desk Desk { get; init; } = new();

    public Field Field { get; init; } = new();

    public VolunteerWork Volunteers { get; init; } = new();
}

/// <summary>A part of a scenario.</summary>
public sealed record Phase
{
    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    public required double Minutes { get; init; }

    /// <summary>How many times as much as otherwise is reported of everyday life.</summary>
    public double Everyday { get; init; } = 1;

    public IReadOnlyList<Outbreak> Outbreaks { get; init; } = [];
}

/// <summary>Reports of the same cause.</summary>
public sealed record Outbreak
{
    /// <summary>The name of a place of the scenario.</summary>
    public required string At { get; init; }

    public required double PerMinute { get; init; }

    public required IReadOnlyList<Occurrence> Incidents { get; init; }
}

/// <summary>What is reported, and in which words; `{place}` stands for the street.</summary>
public sealed record Occurrence
{
    public required string Code { get; init; }

    public double Weight { get; init; } = 1;

    public required IReadOnlyList<string> Texts { get; init; }
}

/// <summary>How an outbreak lies on the map.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocalityKind>))]
public enum LocalityKind
{
    /// <summary>Anywhere on the roads around the points it is near to.</summary>
    [JsonStringEnumMemberName("around")]
    Around,

    /// <summary>Along some streets, each for its whole length within reach.</summary>
    [JsonStringEnumMemberName("streets")]
    Streets,

    /// <summary>A line that moves on with the wind from one point.</summary>
    [JsonStringEnumMemberName("front")]
    Front,
}

/// <summary>Where an outbreak is, told by the patrol points of the district it is played in.</summary>
public sealed record Locality
{
    public required LocalityKind Kind { get; init; }

    /// <summary>Kinds of patrol points, such as 易积水点; a place without any of them has it anywhere.</summary>
    public required IReadOnlyList<string> Near { get; init; }

    public int Count { get; init; } = 3;

    public double ReachMeters { get; init; } = 400;

    /// <summary>How fast a front moves.</summary>
    public double MetersPerMinute { get; init; } = 8;
}

/// <summary>From so many seconds to so many: how long somebody takes.</summary>
public sealed record Delay(double From, double To)
{
    public double Draw(Random random) => From + (To - From) * random.NextDouble();
}

/// <summary>How the desk works.</summary>
public sealed record Desk
{
    /// <summary>The share of what is reported here that is left to whoever sits at a screen.</summary>
    public double LeftToPeople { get; init; } = 0.2;

    public Delay RegisterSeconds { get; init; } = new(4, 20);

    public Delay AssignSeconds { get; init; } = new(6, 30);

    public Delay VerifySeconds { get; init; } = new(10, 60);

    /// <summary>The share of outcomes that are sent back.</summary>
    public double Rework { get; init; } = 0.04;

    public IReadOnlyList<string> ReworkNotes { get; init; } = ["现场照片不清楚，请重新核实。", "未处理到位，请继续处置。"];
}

/// <summary>How patrols answer.</summary>
public sealed record Field
{
    public Delay AcceptSeconds { get; init; } = new(5, 30);

    public Delay WorkSeconds { get; init; } = new(60, 240);

    public double Declined { get; init; } = 0.03;

    /// <summary>Sent somewhere, they ride.</summary>
    public double MetersPerSecond { get; init; } = 4;

    public double CheckInsPerMinute { get; init; } = 1;

    public IReadOnlyList<string> Outcomes { get; init; } = ["已到场处理完毕，现场恢复正常。", "已劝导整改，当事人配合。", "已清理完毕并拍照留存。"];
}

/// <summary>What volunteers do.</summary>
public sealed record VolunteerWork
{
    public double WishesPerHour { get; init; } = 20;

    public double ActivitiesPerHour { get; init; } = 4;

    public IReadOnlyList<NamedWork> Wishes { get; init; } = [new("代办帮扶", "帮忙代买药品"), new("家政维修", "更换楼道灯泡"), new("陪伴关怀", "陪老人聊天")];

    public IReadOnlyList<NamedWork> Activities { get; init; } = [new("环境清洁", "楼院大扫除"), new("平安巡防", "邻里平安巡逻")];
}

/// <summary>A kind of volunteer work, and what it is called.</summary>
public sealed record NamedWork(string Kind, string Title);
