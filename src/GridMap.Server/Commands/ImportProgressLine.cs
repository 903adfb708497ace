using GridMap.Core.Boundaries.Importing;
using GridMap.Districts;

namespace GridMap.Server.Commands;

/// <summary>Says what an import is doing.</summary>
internal sealed class ImportProgressLine : IProgress<ImportProgress>
{
    private readonly ProgressLine _line = new();

    public void Report(ImportProgress value)
    {
        var (chinese, english) = value.Step switch
        {
            ImportStep.Reading => ("读取文件", "Reading"),
            ImportStep.LayingOver => ("叠加现有土地", "Laying over the land"),
            ImportStep.FindingDefects => ("查找问题", "Finding defects"),
            ImportStep.Cutting => ("切割基本单元", "Cutting atoms"),
            ImportStep.Assigning => ("划归网格", "Assigning to grids"),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
        _line.Report(new Progress(chinese, english, value.Share));
    }

    public void Finish() => _line.Finish();
}
