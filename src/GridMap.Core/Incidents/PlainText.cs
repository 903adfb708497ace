using System.Text;

namespace GridMap.Core.Incidents;

/// <summary>Text as people write it: whole characters, no control characters but line ends and tabs.</summary>
internal static class PlainText
{
    public static bool Holds(string text) => !text.EnumerateRunes().Any(rune =>
        rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')));
}
