using System.Globalization;

namespace GridMap.Platform.Live;

/// <summary>How far a reader got in the change log of one database: everything at or before it has been read.</summary>
public readonly record struct ChangeCursor(Guid Epoch, ulong TransactionId, long Sequence)
{
    /// <summary>Longer than any cursor there is.</summary>
    public const int MaxLength = 96;

    /// <summary>A client with this cursor knows nothing yet: it has to read the current state first.</summary>
    public bool IsOrigin => TransactionId == 0 && Sequence == 0;

    public static ChangeCursor Origin(Guid epoch) => new(epoch, 0, 0);

    /// <summary>The text a client keeps: `epoch.xid.seq`. To the client it is opaque.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch:N}.{TransactionId}.{Sequence}");

    public static bool TryParse(string? text, out ChangeCursor cursor)
    {
        cursor = default;
        if (text is null || text.Length > MaxLength || text.Split('.') is not [var epochText, var xidText, var seqText])
        {
            return false;
        }

        if (!Guid.TryParseExact(epochText, "N", out var epoch)
            || !ulong.TryParse(xidText, NumberStyles.None, CultureInfo.InvariantCulture, out var xid)
            || !long.TryParse(seqText, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return false;
        }

        cursor = new ChangeCursor(epoch, xid, seq);
        return true;
    }

    /// <summary>Whether this cursor lies before another one of the same log.</summary>
    public bool IsBefore(ChangeCursor other) =>
        TransactionId < other.TransactionId || (TransactionId == other.TransactionId && Sequence < other.Sequence);
}
