using System.CommandLine;

namespace GridMap.Server.Commands;

/// <summary>`--fresh` and `--if-missing`: what to do with a district that is already there.</summary>
internal sealed class PresentOptions
{
    public Option<bool> Fresh { get; } = new("--fresh") { Description = "Replace the district that is there 整体替换已有辖区" };

    public Option<bool> IfMissing { get; } = new("--if-missing") { Description = "Do nothing if there is one 已有辖区则跳过" };

    public WhenPresent Read(ParseResult parsed)
    {
        if (parsed.GetValue(Fresh))
        {
            return WhenPresent.Replace;
        }

        return parsed.GetValue(IfMissing) ? WhenPresent.Keep : WhenPresent.Refuse;
    }
}
