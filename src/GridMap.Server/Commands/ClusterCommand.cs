using System.CommandLine;
using GridMap.Core;
using GridMap.Database.Cluster;

namespace GridMap.Server.Commands;

/// <summary>`gridmap cluster start|stop`: holds the private cluster for a script's process and prints the connection string.</summary>
internal static class ClusterCommand
{
    public static Command Create() => new("cluster", "Hold the private cluster for another process 为其他进程启停私有数据库")
    {
        CreateTurn("start", "Start it if need be and print the connection string 启动并输出连接串", StartAsync),
        CreateTurn("stop", "Give it back; the last holder stops it 归还，最后一个使用者将其停止", StopAsync),
    };

    private static Command CreateTurn(string name, string description, Func<PrivateCluster, int, CancellationToken, Task<Refusal?>> turnAsync)
    {
        var holder = new Option<int>("--for") { Description = "Process id of the holder 使用者进程号", Required = true };
        var command = new Command(name, description) { holder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(holder), turnAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int holder, Func<PrivateCluster, int, CancellationToken, Task<Refusal?>> turnAsync, CancellationToken cancellationToken)
    {
        var cluster = await PrivateCluster.FindAsync(CommandSettings.Cluster, cancellationToken);
        var refusal = cluster.Refusal ?? await turnAsync(cluster.Value, holder, cancellationToken);
        return refusal is null ? 0 : Answers.Refuse(refusal);
    }

    private static async Task<Refusal?> StartAsync(PrivateCluster cluster, int holder, CancellationToken cancellationToken)
    {
        var started = await cluster.StartAsync(holder, cancellationToken);
        if (started.Refusal is null)
        {
            Answers.Say(started.Value);
        }

        return started.Refusal;
    }

    private static async Task<Refusal?> StopAsync(PrivateCluster cluster, int holder, CancellationToken cancellationToken) =>
        (await cluster.StopAsync(holder, cancellationToken)).Refusal;
}
