using System.Runtime.InteropServices;

namespace GridMap.Platform.Web;

/// <summary>
/// The runtime's one thread that waits for sockets, where the process has one processor only: there it interrupts the very work it has handed over, at
/// nearly every request. As a batch thread it comes when that work waits or its turn is over, and takes many sockets at once (sched(7), SCHED_BATCH).
/// With more processors it stays as it is: interrupting other programs on them is what gets an answer out in time.
/// </summary>
public static class SocketThread
{
    private const string Name = ".NET Sockets";

    private const int Batch = 3;

    /// <summary>Once the server listens. Where the system knows no such thread or allows no change, nothing changes.</summary>
    public static void LetWorkFinish()
    {
        if (!OperatingSystem.IsLinux() || Environment.ProcessorCount > 1)
        {
            return;
        }

        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task").Where(IsSocketThread))
        {
            var priority = 0;
            _ = SetScheduler(int.Parse(Path.GetFileName(thread), System.Globalization.CultureInfo.InvariantCulture), Batch, ref priority);
        }
    }

    private static bool IsSocketThread(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd() == Name;
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "sched_setscheduler", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetScheduler(int thread, int policy, ref int priority);
}
