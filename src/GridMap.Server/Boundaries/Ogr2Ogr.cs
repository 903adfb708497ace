using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GridMap.Core;

namespace GridMap.Server.Boundaries;

/// <summary>
/// Converts files of other geographic programs with GDAL's ogr2ogr: a process of its own that may crash or hang without harm, in a folder of its own,
/// two at a time, each with so much time, memory and output and no more, and without a network.
/// </summary>
public sealed class Ogr2Ogr : IDisposable
{
    public const string Program = "ogr2ogr";

    private const int AtOnce = 2;
    private const long MostMemoryBytes = 4L << 30;
    private const long MostOutputBytes = 256L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly Refusal Unavailable = new(
        "OGR2OGR_UNAVAILABLE",
        "This server cannot read or write this format: gdal-bin is missing (apt-get install gdal-bin, or run scripts/setup). GeoJSON works without it.",
        "服务器无法读写此格式：缺少 gdal-bin（apt-get install gdal-bin，或运行 scripts/setup）。GeoJSON 格式不受影响。");

    private static readonly Refusal TooLong = new(
        "OGR2OGR_TIME", "Converting the file took too long; simplify it or send GeoJSON.", "文件转换超时；请简化文件，或改用 GeoJSON。");

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>Runs it in a folder: null when it did what it should, else what it complained of.</summary>
    public async Task<Result<string?>> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await ConvertAsync(Describe(folder, arguments), cancellationToken);
        }
        catch (Win32Exception)
        {
            return Unavailable;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static ProcessStartInfo Describe(string folder, IReadOnlyList<string> arguments)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(path => File.Exists(Path.Combine(path, Program))))
        {
            throw new Win32Exception($"{Program} is not there.");
        }

        return new ProcessStartInfo("prlimit", [Bound("as", MostMemoryBytes), Bound("fsize", MostOutputBytes), "--core=0", Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["GDAL_DRIVER_PATH"] = "disable",
                ["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = ".none",
                ["PROJ_NETWORK"] = "OFF",
                ["OGR_SQLITE_LOAD_EXTENSIONS"] = "",
                ["CPL_TMPDIR"] = folder,
            },
        };
    }

    private static string Bound(string what, long most) => string.Create(CultureInfo.InvariantCulture, $"--{what}={most}");

    private static async Task<Result<string?>> ConvertAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complaints = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await output;
            return process.ExitCode == 0 ? (string?)null : $"{process.ExitCode}: {await complaints}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TooLong;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
