using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Which areas are asked for; null keeps all.</summary>
public sealed record AreaFilter(DateTimeOffset At, IReadOnlyList<AreaLevel>? Levels = null, int? Within = null, Bounds? Bounds = null, string? Text = null)
{
    /// <summary>$1 the instant, $2 the levels, $3 what they lie in, $4 to $7 the box, $8 the words, then what a query adds.</summary>
    internal NpgsqlParameter[] Parameters(params ReadOnlySpan<NpgsqlParameter> more) =>
    [
        Rows.Value(At.UtcDateTime),
        Rows.Value(Levels?.Select(AreaRow.TextOf).ToArray()),
        Rows.Value(Within),
        Rows.Value(Bounds?.West),
        Rows.Value(Bounds?.South),
        Rows.Value(Bounds?.East),
        Rows.Value(Bounds?.North),
        Rows.Value(Text),
        .. more,
    ];
}
