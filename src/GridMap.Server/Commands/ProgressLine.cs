using System.Diagnostics;
using GridMap.Districts;
using GridMap.Districts.Demo;
using GridMap.Districts.Osm;

namespace GridMap.Server.Commands;

/// <summary>Says what a long command is doing: one line with a bar on a terminal, one line per stage elsewhere.</summary>
internal sealed class ProgressLine : IProgress<Progress>, IProgress<DrawingProgress>, IProgress<OsmImportStage>
{
    private const int BarWidth = 24;

    private readonly Lock _turn = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string _stage = "";

    public void Report(Progress value) => Show($"{value.Stage} {value.StageEnglish}", value.Fraction);

    public void Report(DrawingProgress value) => Show($"{value.StepChinese} {value.Step}", value.Fraction);

    public void Report(OsmImportStage value) => Show($"{value.NameChinese} {value.Name}", value.Share);

    public void Finish() => Answers.Say($"{(Console.IsOutputRedirected ? "" : "\r\e[K")}  {_clock.Elapsed.TotalSeconds:0.0} s");

    private void Show(string stage, double? fraction)
    {
        lock (_turn)
        {
            if (!Console.IsOutputRedirected)
            {
                Console.Out.Write($"\r\e[K  {Bar(fraction)} {stage}");
            }
            else if (stage != _stage)
            {
                Answers.Say($"  {stage}");
            }

            _stage = stage;
        }
    }

    private static string Bar(double? fraction)
    {
        var filled = (int)(Math.Clamp(fraction ?? 0, 0, 1) * BarWidth);
        return new string('█', filled) + new string('░', BarWidth - filled);
    }
}
