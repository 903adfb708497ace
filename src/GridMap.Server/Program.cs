using System.CommandLine;
using GridMap.Server.Commands;

var root = new RootCommand("GridMap 网格化治理一张图 – the live map of a district's grids")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    GenerateCommand.Create(),
    ImportCommand.Create(),
    DoctorCommand.Create(),
    ClusterCommand.Create(),
};

// Long enough for a cluster to write its checkpoint and for open requests to end.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await root.Parse(args).InvokeAsync(invocation);
