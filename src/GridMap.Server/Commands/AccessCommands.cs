using GridMap.Core;
using GridMap.Database;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>How a command reaches the accounts of its database.</summary>
internal static class AccessCommands
{
    /// <summary>Who did it, for the audit trail: the user of the operating system.</summary>
    public static string Actor => $"os:{Environment.UserName}";

    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<Refusal?>> actAsync, CancellationToken cancellationToken)
    {
        var database = await DatabaseLease.TakeAsync(cancellationToken);
        if (database.Refusal is { } unavailable)
        {
            return Answers.Refuse(unavailable);
        }

        await using var lease = database.Value;
        if (await new Migrator(lease.ConnectionString).FindRefusalAsync(cancellationToken) is { } unfit)
        {
            return Answers.Refuse(unfit);
        }

        await using var dataSource = DatabaseSetup.Open(lease.ConnectionString);
        await using var access = Build(dataSource);
        return await actAsync(access, cancellationToken) is { } refusal ? Answers.Refuse(refusal) : 0;
    }

    private static ServiceProvider Build(NpgsqlDataSource database) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddDatabase(database)
        .AddAccess(new AccessOptions())
        .BuildServiceProvider();
}
