namespace GridMap.Database.Tests.NetTopologySuite;

/// <summary>Geometries in PostGIS' own words (EWKT): every type, empty and not, with Z, M and both, with and without SRID, with empty parts and deep nesting.</summary>
internal static class EwktExamples
{
    private static readonly string[] Full =
    [
        "POINT(113.3 40.1)",
        "LINESTRING(0 0,1 1,2 0)",
        "POLYGON((0 0,9 0,9 9,0 0))",
        "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1),(3 3,4 3,4 4,3 3))",
        "MULTIPOINT((1 2),(3 4))",
        "MULTILINESTRING((0 0,1 1),(2 2,3 3,4 4))",
        "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
        "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1),POLYGON((0 0,1 0,1 1,0 0)))",
        "GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))),MULTIPOINT((1 2)))",
        "POINT(-1.7976931348623157e+308 5e-324)",
    ];

    private static readonly string[] Empty =
    [
        "POINT EMPTY",
        "LINESTRING EMPTY",
        "POLYGON EMPTY",
        "MULTIPOINT EMPTY",
        "MULTILINESTRING EMPTY",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY",
        "MULTIPOINT((1 2),EMPTY)",
        "MULTILINESTRING(EMPTY,(1 2,3 4))",
        "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),EMPTY)",
        "GEOMETRYCOLLECTION(POINT EMPTY,POLYGON EMPTY,GEOMETRYCOLLECTION EMPTY)",
    ];

    private static readonly string[] Lifted =
    [
        "POINT(1 2 3)",
        "POINTM(1 2 3)",
        "POINT(1 2 3 4)",
        "LINESTRING(0 0 1,1 1 2)",
        "LINESTRINGM(0 0 1,1 1 2)",
        "LINESTRING(0 0 1 5,1 1 2 6)",
        "POLYGON((0 0 1,9 0 2,9 9 3,0 0 1))",
        "MULTIPOINTM((1 2 3),(4 5 6))",
        "MULTIPOLYGON(((0 0 1 2,1 0 1 2,1 1 1 2,0 0 1 2)))",
        "GEOMETRYCOLLECTION(POINT(1 2 3),LINESTRING(0 0 1,1 1 2))",
    ];

    public static TheoryData<string> All() => [.. Everything(), .. Everything().Select(ewkt => "SRID=4326;" + ewkt)];

    private static IEnumerable<string> Everything() => [.. Full, .. Empty, .. Lifted];
}
