using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GridMap.Benchmarks;

/// <summary>A process of this run: started with its arguments as they are, ended when the run ends, in whatever way it ends.</summary>
public sealed class Child : IAsyncDisposable
{
    // The death signal comes when the thread that started a child ends, so one thread that lives as long as the run starts them all.
    private static readonly BlockingCollection<Action> Starts = [];

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

    // Fields 14 and 15 are user and system time in hundredths of a second; the name before them may hold blanks.
    private static double SecondsOf(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
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
