using System.CommandLine;
using GridMap.Platform.Database;
using GridMap.Server.Commands;

var root = new RootCommand("GridMap 网格化治理一张图 – the live map of a district's grids")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    GenerateCommand.Create(),
    ImportCommand.Create(),
    AccountCommand.Create(),
    TokenCommand.Create(),
    AuditCommand.Create(),
    DoctorCommand.Create(),
    SchemaCommand.Create(),
    ClusterCommand.Create(),
};

// Long enough for a cluster to write its checkpoint and for open requests to end.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30), EnableDefaultExceptionHandler = false };
if (CommandSettings.FindRefusal() is { } malformed)
{
    return Answers.Refuse(malformed);
}

try
{
    return await root.Parse(args).InvokeAsync(invocation);
}
catch (OperationCanceledException)
{
    return 130;
}
catch (Exception thrown) when (DatabaseTrouble.Find(thrown) is { } trouble)
{
    // A private cluster whose disk is full dies before it can say so.
    return Answers.Refuse(await DatabaseLease.FindDiskRefusalAsync() ?? trouble);
}
catch (Exception fault)
{
    Console.Error.WriteLine(fault);
    return 70;
}
