using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GridMap.Benchmarks;

/// <summary>A process of this run: started with its arguments as they are, ended when the run ends, in whatever way it ends.</summary>
public sealed class Child : IAsyncDisposable
{
    // The death signal comes when the thread that started a child ends, so one thread that lives as long as the run starts them all.
    private static readonly BlockingCollection<Action> Starts = [];

    // CPUCLOCK_SCHED: what all threads of a process have run, those that ended too.
    private const int ScheduledTime = 2;

    private readonly Process _process;

    static Child() => new Thread(StartAll) { IsBackground = true, Name = "starts children" }.Start();

    private Child(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts a server that goes on until disposed; its output goes to a log file.</summary>
    public static Child Start(string logPath, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        var process = Launch(environment, command);
        var log = TextWriter.Synchronized(new StreamWriter(logPath, append: false) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Child(process);
    }

    /// <summary>Runs a command to its end and gives what it printed; throws when it fails.</summary>
    public static async Task<string> RunAsync(params string[] command)
    {
        using var process = Launch(new Dictionary<string, string>(), command);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {await errors} {output}");
    }

    /// <summary>Processor seconds this process and its children have used.</summary>
    public double CpuSeconds() => Family(_process.Id).Sum(SecondsOf);

    private static IEnumerable<int> Family(int id) => File.ReadAllText($"/proc/{id}/task/{id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(child => Family(int.Parse(child, CultureInfo.InvariantCulture)))
        .Append(id);

    // To the nanosecond, by the clock the system keeps for each process; /proc counts in hundredths of a second, and a window of the send loop has a few of those.
    private static double SecondsOf(int id) =>
        GetTime((~id << 3) | ScheduledTime, out var time) == 0 ? time.Seconds + time.Nanoseconds / 1e9 : throw new InvalidOperationException($"Process {id} has no clock.");

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;

        public long Nanoseconds;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static Process Launch(IReadOnlyDictionary<string, string> environment, string[] command)
    {
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "TERM", "--", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception fault)
            {
                started.SetException(fault);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static void StartAll()
    {
        foreach (var start in Starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
