using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;
using GridMap.Platform.Tiles;
using GridMap.Platform.Web;
using GridMap.Server.Alarms;
using GridMap.Server.Areas;
using GridMap.Server.Boundaries;
using GridMap.Server.Boundaries.Exporting;
using GridMap.Server.Boundaries.Importing;
using GridMap.Server.Coverage;
using GridMap.Server.Facilities;
using GridMap.Server.Incidents;
using GridMap.Server.Incidents.Attachments;
using GridMap.Server.Incidents.Open311;
using GridMap.Server.Indicators;
using GridMap.Server.Network;
using GridMap.Server.Patrols;
using GridMap.Server.Patrols.Playback;
using GridMap.Server.Place;
using GridMap.Server.Replay;
using GridMap.Server.Response;
using GridMap.Server.Search;
using GridMap.Server.Volunteers;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>What a server is started with.</summary>
public sealed record ServeSettings(NpgsqlDataSource Database, IPAddress Bind, int Port, string WebFolder);

/// <summary>`gridmap serve`: the server with its dashboard.</summary>
public static class ServeCommand
{
    private const long MaxBodyBytes = 1 << 20;

    // Half of them may be live feeds; behind a proxy they are few anyway.
    private const long MaxConnections = 12_000;

    public static Command Create()
    {
        var bind = new Option<IPAddress>("--bind")
        {
            Description = "Address to listen on 监听地址",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = ParseAddress,
        };
        var port = new Option<int>("--port") { Description = "HTTP port 端口", DefaultValueFactory = _ => CommandSettings.Port };
        var web = new Option<string>("--web") { Description = "Folder of the built dashboard 前端目录", DefaultValueFactory = _ => CommandSettings.WebFolder };
        var command = new Command("serve", "Serve the map 启动服务") { bind, port, web };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(bind), parsed.GetRequiredValue(port), parsed.GetRequiredValue(web), cancellationToken));
        return command;
    }

    // Every part registers itself by one line in each of these two lists.
    internal static void AddParts(IServiceCollection services, NpgsqlDataSource database, IPAddress bind, string? webFolder)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(database);
        services.AddProblems();
        services.AddJson();
        services.AddAccess(new AccessOptions
        {
            AllowedOrigins = CommandSettings.Origins,
            IsLoopbackOnly = IPAddress.IsLoopback(bind),
            IsReportingOpen = CommandSettings.IsReportingOpen,
        });
        services.AddLiveFeed(
            new LiveTopic("facility", Permission.SeeMap),
            new LiveTopic("patrol_point", Permission.SeeMap),
            new LiveTopic("check_in", Permission.SeeVisits),
            new LiveTopic("grid_presence", Permission.SeePatrols),
            new LiveTopic("area", Permission.SeeMap),
            new LiveTopic("grid", Permission.SeeMap),
            new LiveTopic("place", Permission.SeeMap),
            new LiveTopic("tiles", Permission.SeeMap),
            new LiveTopic("patrol", Permission.SeePatrols),
            new LiveTopic("alarm", Permission.SeeAlarms),
            // That there is something to read anew; what it says is for those who may read it.
            new LiveTopic("alarm_settings", Permission.SeeMap),
            new LiveTopic("activity", Permission.SeeVolunteers),
            new LiveTopic("wish", Permission.SeeVolunteers));
        services.AddGraphQL(options =>
        {
            options.AllowedOrigins = CommandSettings.Origins;
            options.ExplorerPath = "/graphql/explorer";
            options.TrustedDocumentsFile = WebFolder.FindTrustedDocuments(webFolder);
            options.DecideConnection = static (http, payload, cancellationToken) => Connections(http).DecideAsync(http, payload, cancellationToken);
            options.PrepareServices = static (http, services, cancellationToken) => Connections(http).HandAsync(http, services, cancellationToken);
        });
        services.AddCommonSchema();
        services.AddAreas();
        services.AddBoundaries(CommandSettings.BoundaryRulesFile);
        services.AddDivisionImports();
        services.AddBoundaryExports();
        services.AddFacilities();
        services.AddIncidents();
        services.AddAttachments();
        services.AddIncidentTopic();
        services.AddOpen311();
        services.AddPositions();
        services.AddTiles(CommandSettings.TileCacheMebibytes);
        services.AddNetwork();
        services.AddPatrols();
        services.AddPlace();
        services.AddSearch();
        services.AddVolunteers();
        services.AddIndicators();
        services.AddAlarms();
        services.AddResponse();
        services.AddCoverage();
        services.AddPlayback();
        services.AddReplay();
    }

    private static ConnectionAccess Connections(HttpContext http) => http.RequestServices.GetRequiredService<ConnectionAccess>();

    private static void MapParts(WebApplication app)
    {
        app.MapHealth();
        app.MapSession();
        app.MapLiveFeed();
        app.MapGraphQL("/graphql").Needs(Permission.SeeMap, GraphQLSetup.IsSocket);
        app.MapIncidents();
        app.MapAttachments();
        app.MapOpen311();
        app.MapPositions();
        app.MapTiles();
        app.MapNetwork();
        app.MapPatrols();
        app.MapPlayback();
        app.MapPlace();
        app.MapResponse();
        app.MapCoverage();
        app.MapDivisionImports();
        app.MapBoundaryExports();
    }

    /// <summary>The whole server, ready to run; port 0 lets the system choose. `adjust` may replace what the parts have registered.</summary>
    public static WebApplication Build(ServeSettings settings, Action<IServiceCollection>? adjust = null)
    {
        // Empty, because the usual one looks for settings files and watches them.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddEnvironmentVariables();
        // The environment can ask for more: Logging__LogLevel__GridMap=Information.
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole().SetMinimumLevel(LogLevel.Warning);
        // With a logger here every request, a cached tile too, makes an activity and a logging scope that nobody reads.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = MaxConnections / 2;
            kestrel.Listen(settings.Bind, settings.Port);
        });
        AddParts(builder.Services, settings.Database, settings.Bind, settings.WebFolder);
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.UsePublicTiles();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseWebApp(settings.WebFolder);
        // Said here, after the short way for tiles; otherwise it would come first by itself.
        app.UseRouting();
        app.UseAdmission();
        MapParts(app);
        return app;
    }

    private static async Task<int> RunAsync(IPAddress bind, int port, string web, CancellationToken cancellationToken)
    {
        if ((NetworkPort.FindRefusal(bind, port) ?? WebFolder.FindUnreadable(web) ?? LoadBoundaryRules.Run(CommandSettings.BoundaryRulesFile).Refusal) is { } unready)
        {
            return Answers.Refuse(unready);
        }

        var found = await DatabaseLease.FindAsync(cancellationToken);
        if (found.Refusal is { } unavailable)
        {
            return Answers.Refuse(unavailable);
        }

        await using var lease = found.Value;
        var opened = lease.Open();
        if (opened.Refusal is { } malformed)
        {
            return Answers.Refuse(malformed);
        }

        await using var database = opened.Value;
        // The database is looked at while the server is put together.
        var looking = Task.Run(() => lease.FindRefusalAsync(database, cancellationToken), cancellationToken);
        await using var app = Build(new ServeSettings(database, bind, port, web), lease.AddWatch);
        if (await looking is { } unfit)
        {
            return Answers.Refuse(unfit);
        }

        await app.StartAsync(cancellationToken);
        SocketThread.LetWorkFinish();
        Answers.Say($"GridMap 已就绪 ready: {app.Urls.First()}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static IPAddress? ParseAddress(ArgumentResult argument)
    {
        if (IPAddress.TryParse(argument.Tokens[0].Value, out var address))
        {
            return address;
        }

        argument.AddError($"--bind: {argument.Tokens[0].Value} is not an IP address 不是有效的 IP 地址.");
        return null;
    }
}
