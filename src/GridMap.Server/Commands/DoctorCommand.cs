using System.CommandLine;

namespace GridMap.Server.Commands;

/// <summary>`gridmap doctor`: says what this machine lacks and what to do about it; fails when something required is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "HTTP port to be used 端口", DefaultValueFactory = _ => CommandSettings.Port };
        var web = new Option<string>("--web") { Description = "Folder of the built dashboard 前端目录", DefaultValueFactory = _ => CommandSettings.WebFolder };
        var command = new Command("doctor", "Say what is missing and what to do 检查运行条件") { port, web };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(port), parsed.GetRequiredValue(web), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, string webFolder, CancellationToken cancellationToken)
    {
        var missing = 0;
        await foreach (var prerequisite in Prerequisites.FindAsync(port, webFolder, cancellationToken))
        {
            Answers.Say(Line(prerequisite));
            missing += prerequisite is { IsRequired: true, Refusal: not null } ? 1 : 0;
        }

        Answers.Say(missing == 0 ? "可以运行 ready to run" : $"缺少 {missing} 项 required and missing: {missing}");
        return missing == 0 ? 0 : 1;
    }

    private static string Line(Prerequisite prerequisite) => prerequisite switch
    {
        { Refusal: null } => $"✓ {prerequisite.Name}",
        { Refusal: { } refusal, IsRequired: true } => $"✗ {prerequisite.Name}: {refusal.Code}\n    {refusal.RemedyChinese}\n    {refusal.Remedy}",
        { Refusal: { } refusal } => $"– {prerequisite.Name}: {refusal.Code}\n    {refusal.RemedyChinese}\n    {refusal.Remedy}",
    };
}
