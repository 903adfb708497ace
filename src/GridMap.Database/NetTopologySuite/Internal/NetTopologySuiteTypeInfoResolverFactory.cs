#pragma warning disable NPG9001 // See NpgsqlNetTopologySuiteExtensions.

using NetTopologySuite.Geometries;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>Says which converter stands for which .NET type and PostGIS type, and the same for arrays.</summary>
internal sealed class NetTopologySuiteTypeInfoResolverFactory(EwkbReader reader, bool geographyAsDefault) : PgTypeInfoResolverFactory
{
    // The first name is the type of a parameter that names none.
    private readonly string[] _typeNames = geographyAsDefault ? ["geography", "geometry"] : ["geometry", "geography"];

    public override IPgTypeInfoResolver CreateResolver() => new Resolver(MapTypes());

    public override IPgTypeInfoResolver CreateArrayResolver() => new Resolver(MapArrays(MapTypes()));

    private TypeInfoMappingCollection MapTypes()
    {
        var mappings = new TypeInfoMappingCollection();
        foreach (var typeName in _typeNames)
        {
            Map<Geometry>(mappings, typeName, isDefault: true);
            Map<Point>(mappings, typeName);
            Map<LineString>(mappings, typeName);
            Map<LinearRing>(mappings, typeName);
            Map<Polygon>(mappings, typeName);
            Map<MultiPoint>(mappings, typeName);
            Map<MultiLineString>(mappings, typeName);
            Map<MultiPolygon>(mappings, typeName);
            Map<GeometryCollection>(mappings, typeName);
        }

        return mappings;
    }

    private void Map<T>(TypeInfoMappingCollection mappings, string typeName, bool isDefault = false)
        where T : Geometry =>
        mappings.AddType<T>(typeName, (options, mapping, _) => mapping.CreateInfo(options, new GeometryConverter<T>(reader)), isDefault);

    private TypeInfoMappingCollection MapArrays(TypeInfoMappingCollection elements)
    {
        var mappings = new TypeInfoMappingCollection(elements);
        foreach (var typeName in _typeNames)
        {
            mappings.AddArrayType<Geometry>(typeName);
            mappings.AddArrayType<Point>(typeName);
            mappings.AddArrayType<LineString>(typeName);
            mappings.AddArrayType<LinearRing>(typeName);
            mappings.AddArrayType<Polygon>(typeName);
            mappings.AddArrayType<MultiPoint>(typeName);
            mappings.AddArrayType<MultiLineString>(typeName);
            mappings.AddArrayType<MultiPolygon>(typeName);
            mappings.AddArrayType<GeometryCollection>(typeName);
        }

        return mappings;
    }

    private sealed class Resolver(TypeInfoMappingCollection mappings) : IPgTypeInfoResolver
    {
        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            mappings.Find(type, dataTypeName, options);
    }
}
