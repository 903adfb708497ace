// Npgsql marks its converter interface experimental (NPG9001); every plugin, the official ones too, is built on it.
#pragma warning disable NPG9001

using NetTopologySuite.Geometries;
using Npgsql.NetTopologySuite.Internal;
using Npgsql.TypeMapping;

// The namespaces of this folder are those of the package Npgsql.NetTopologySuite, so that the package can replace the folder.
namespace Npgsql;

/// <summary>Teaches Npgsql the PostGIS types `geometry` and `geography` as NetTopologySuite geometries.</summary>
public static class NpgsqlNetTopologySuiteExtensions
{
    /// <summary>
    /// Maps `geometry` and `geography` for a mapper.
    /// Only ordinates in <paramref name="handleOrdinates"/> are read (none named: those of the sequence factory, by default all); every ordinate that has a number is written.
    /// </summary>
    public static INpgsqlTypeMapper UseNetTopologySuite(
        this INpgsqlTypeMapper mapper,
        CoordinateSequenceFactory? coordinateSequenceFactory = null,
        PrecisionModel? precisionModel = null,
        Ordinates handleOrdinates = Ordinates.None,
        bool geographyAsDefault = false)
    {
        ArgumentNullException.ThrowIfNull(mapper);
        mapper.AddTypeInfoResolverFactory(new NetTopologySuiteTypeInfoResolverFactory(
            new EwkbReader(coordinateSequenceFactory, precisionModel, handleOrdinates), geographyAsDefault));
        return mapper;
    }

    /// <summary>The same for a data source builder, which it returns for chaining.</summary>
    public static TMapper UseNetTopologySuite<TMapper>(
        this TMapper mapper,
        CoordinateSequenceFactory? coordinateSequenceFactory = null,
        PrecisionModel? precisionModel = null,
        Ordinates handleOrdinates = Ordinates.None,
        bool geographyAsDefault = false)
        where TMapper : INpgsqlTypeMapper
    {
        ((INpgsqlTypeMapper)mapper).UseNetTopologySuite(coordinateSequenceFactory, precisionModel, handleOrdinates, geographyAsDefault);
        return mapper;
    }
}
