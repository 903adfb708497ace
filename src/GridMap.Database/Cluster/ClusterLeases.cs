using System.Globalization;

namespace GridMap.Database.Cluster;

/// <summary>Which processes use the cluster: the last one to leave stops it. A process that was killed holds nothing.</summary>
internal sealed class ClusterLeases(string folder)
{
    public void Take(int processId)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(FileOf(processId), FindStartTime(processId) ?? "");
    }

    /// <summary>True when nobody else holds one.</summary>
    public bool GiveBack(int processId)
    {
        Directory.CreateDirectory(folder);
        File.Delete(FileOf(processId));
        return !Directory.EnumerateFiles(folder).Any(IsHeld);
    }

    private string FileOf(int processId) => Path.Combine(folder, processId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Process ids come round again, start times do not.</summary>
    private static bool IsHeld(string file)
    {
        if (FindStartTime(int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture)) is { } startTime && startTime == File.ReadAllText(file))
        {
            return true;
        }

        File.Delete(file);
        return false;
    }

    private static string? FindStartTime(int processId)
    {
        try
        {
            // The name in parentheses may hold blanks; the start time is the 20th field after it.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
