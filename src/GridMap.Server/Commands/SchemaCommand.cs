using System.CommandLine;
using System.Net;
using GridMap.Core;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Types;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>`gridmap schema`: the whole GraphQL schema, as every subject has it; schema.graphql is what it says.</summary>
public static class SchemaCommand
{
    private const string Heading = """
        # The whole schema of /graphql, put together from the folders of the subjects. Do not edit it and do not merge it by hand:
        # change the subject's own file, then write this one anew with `scripts/bless --schema`.
        """;

    public static Command Create()
    {
        var command = new Command("schema", "Print the GraphQL schema 输出 GraphQL 结构");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    /// <summary>Puts the engine together as the server does, with every resolver bound; no database is asked.</summary>
    /// <exception cref="SchemaException">Two subjects do not fit together.</exception>
    /// <exception cref="SchemaBindingException">Resolvers do not fit the schema.</exception>
    public static async Task<string> PrintAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        await using var nowhere = NpgsqlDataSource.Create("Host=nowhere");
        ServeCommand.AddParts(services, nowhere, IPAddress.Loopback, webFolder: null);
        await using var provider = services.BuildServiceProvider();
        return $"{Heading}\n\n{SchemaPrinter.Print(provider.GetRequiredService<GraphQLEngine>().Schema)}\n";
    }

    /// <summary>Why this program's subjects do not make one schema, if they do not.</summary>
    public static async Task<Refusal?> FindRefusalAsync()
    {
        try
        {
            await PrintAsync();
            return null;
        }
        catch (Exception broken) when (broken is SchemaException or SchemaBindingException)
        {
            return new Refusal("SCHEMA_BROKEN", $"This build cannot answer GraphQL, use another one: {broken.Message}", $"此版本无法提供 GraphQL，请更换版本：{broken.Message}");
        }
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (await FindRefusalAsync() is { } broken)
        {
            return Answers.Refuse(broken);
        }

        await Console.Out.WriteAsync((await PrintAsync()).AsMemory(), cancellationToken);
        return 0;
    }
}
