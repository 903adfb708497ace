using System.CommandLine;
using GridMap.Core;
using GridMap.Districts;
using GridMap.Districts.Demo;

namespace GridMap.Server.Commands;

/// <summary>`gridmap generate`: a demo district from a seed.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var seed = new Option<long>("--seed") { Description = "The same seed draws the same district 随机种子", DefaultValueFactory = _ => 1 };
        var scale = new Option<DemoScale>("--scale") { Description = "40, 810 or 5000 grids 规模", DefaultValueFactory = _ => DemoScale.District };
        var present = new PresentOptions();
        var command = new Command("generate", "Draw a demo district 生成演示辖区") { seed, scale, present.Fresh, present.IfMissing };
        command.SetAction((parsed, cancellationToken) => MakeDistrict.RunAsync(
            (_, progress, token) => DrawAsync(parsed.GetValue(scale), parsed.GetValue(seed), progress, token), present.Read(parsed), cancellationToken));
        return command;
    }

    private static async Task<Result<DistrictDraft>> DrawAsync(
        DemoScale scale, long seed, IProgress<DrawingProgress> progress, CancellationToken cancellationToken) =>
        await Task.Run(() => DemoDistrict.Draw(scale, seed, progress), cancellationToken);
}
