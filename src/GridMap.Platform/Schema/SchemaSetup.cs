using GridMap.GraphQL.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Schema;

/// <summary>What the schemas of all subjects have in common: places, pages, refusals and their scalars.</summary>
public static class SchemaSetup
{
    public static IServiceCollection AddCommonSchema(this IServiceCollection services) => services
        .AddSingleton<ConnectionAccess>()
        .AddGraphQLSubject(typeof(SchemaSetup))
        .AddGraphQLScalar("Longitude", new DegreesCoercion("Longitude", 180))
        .AddGraphQLScalar("Latitude", new DegreesCoercion("Latitude", 90))
        .AddGraphQLScalar("GeoJSON", new GeoJsonCoercion());
}
