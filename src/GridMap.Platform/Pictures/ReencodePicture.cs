using System.Diagnostics;
using GridMap.Core;
using GridMap.Core.Pictures;

namespace GridMap.Platform.Pictures;

/// <summary>A picture made anew: a JPEG of its pixels alone, upright, and a small one of it.</summary>
public sealed record CleanPicture(byte[] Content, byte[] Thumbnail, PictureHeader Header);

/// <summary>
/// Decodes a picture and encodes it anew, so that nothing but its pixels is left: no EXIF, no place, no file hidden in it. A program of its own does it (libvips), which may crash or
/// hang without harm; two at a time, each with so much time and no more.
/// </summary>
public sealed class ReencodePicture : IDisposable
{
    private const string Program = "vipsthumbnail";
    private const int LongestSide = 2_048;
    private const int LongestThumbnailSide = 320;
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Refusal Unavailable = new(
        "PICTURES_UNAVAILABLE",
        "This server cannot take pictures: libvips-tools is missing (apt-get install libvips-tools, or run scripts/setup).",
        "服务器暂不能接收图片：缺少 libvips-tools（apt-get install libvips-tools，或运行 scripts/setup）。");

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public async Task<Result<CleanPicture>> RunAsync(byte[] picture, CancellationToken cancellationToken)
    {
        var header = PictureHeader.Read(picture);
        if (header.Refusal is { } unfit)
        {
            return unfit;
        }

        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await CleanAsync(picture, cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Unavailable;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static async Task<Result<CleanPicture>> CleanAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (await EncodeAsync(picture, LongestSide, 85, cancellationToken) is not { } content || PictureHeader.Read(content) is not { IsRefused: false } header)
        {
            return PictureHeader.Damaged;
        }

        return await EncodeAsync(content, LongestThumbnailSide, 75, cancellationToken) is { } thumbnail
            ? new CleanPicture(content, thumbnail, header.Value)
            : PictureHeader.Damaged;
    }

    /// <summary>Null when the picture cannot be read, or not in time.</summary>
    private static async Task<byte[]?> EncodeAsync(byte[] picture, int longestSide, int quality, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            Program, ["stdin", "--size", $"{longestSide}x{longestSide}>", "--output", $".jpg[Q={quality},strip,background=255]"])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["VIPS_BLOCK_UNTRUSTED"] = "1", ["VIPS_CONCURRENCY"] = "1" },
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token);
            var complaints = process.StandardError.ReadToEndAsync(patience.Token);
            await FeedAsync(process, picture, patience.Token);
            await Task.WhenAll(reading, complaints);
            await process.WaitForExitAsync(patience.Token);
            // What it complains of is damaged, though it may have made something of it.
            return process.ExitCode == 0 && output.Length > 0 && (await complaints).Length == 0 ? output.ToArray() : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task FeedAsync(Process process, byte[] picture, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(picture, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has heard enough; its exit code says why.
        }
    }
}
