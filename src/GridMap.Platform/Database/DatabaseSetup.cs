using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Platform.Database;

/// <summary>The one data source of a process.</summary>
public static class DatabaseSetup
{
    // A burst waits for a connection of its own server instead of taking PostgreSQL's last ones from everyone else.
    private const int PoolSize = 24;

    // Statements beside operations are few and always the same, so each connection plans them once.
    private const int PreparedStatements = 200;

    private static readonly int UnsetPoolSize = new NpgsqlConnectionStringBuilder().MaxPoolSize;

    public static IServiceCollection AddDatabase(this IServiceCollection services, NpgsqlDataSource database)
    {
        services.AddSingleton(database);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>A data source that knows our geometry; for programs without a service container too.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new PositionHandler());
        SqlMapper.AddTypeHandler(new BoundsHandler());
        // Slim, and what the schema has named one by one: every type that could be mapped costs every start.
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.ApplicationName ??= "gridmap";
        // Nobody leaves anything behind in a session, so that nothing has to be cleaned up at every use; open transactions are rolled back all the same.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
        {
            builder.ConnectionStringBuilder.MaxAutoPrepare = PreparedStatements;
        }

        if (builder.ConnectionStringBuilder.MaxPoolSize == UnsetPoolSize)
        {
            builder.ConnectionStringBuilder.MaxPoolSize = PoolSize;
        }

        // Every column of the schema is two-dimensional.
        builder.UseNetTopologySuite(handleOrdinates: Ordinates.XY);
        builder.EnableArrays().EnableRanges().EnableJsonTypes().EnableTransportSecurity().EnableIntegratedSecurity();
        return builder.Build();
    }
}
