using GridMap.Core;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>Why a file cannot be read as a division.</summary>
internal static class FileRefusals
{
    public const int MostRecords = 20_000;
    public const int MostVertices = 500_000;

    public static readonly Refusal TooLarge = new(
        "IMPORT_TOO_LARGE",
        $"Send a file of at most {DivisionFile.MostBytes >> 20} MB; take other layers out of it.",
        $"文件不得超过 {DivisionFile.MostBytes >> 20} MB；请只保留网格图层。");

    public static readonly Refusal UnknownFormat = new(
        "IMPORT_FORMAT",
        "Send GeoJSON (.geojson), a Shapefile with all its parts in one .zip, or a GeoPackage (.gpkg).",
        "请提供 GeoJSON（.geojson）、打包为 .zip 的 Shapefile，或 GeoPackage（.gpkg）。");

    public static readonly Refusal ZipUnfit = new(
        "IMPORT_ZIP",
        "The .zip must hold one Shapefile: .shp, .shx and .dbf of one name, with .prj and .cpg if there are.",
        ".zip 中应恰有一个 Shapefile：同名的 .shp、.shx、.dbf，以及 .prj、.cpg（如有）。");

    public static readonly Refusal ZipTooLarge = new(
        "IMPORT_ZIP_TOO_LARGE", "Unpacked, the .zip is larger than 64 MB; it was not opened further.", ".zip 解压后超过 64 MB，已停止读取。");

    public static readonly Refusal NotDegrees = new(
        "IMPORT_NOT_DEGREES",
        "Its coordinates are no degrees (longitude, latitude): add the .prj file, or transform it to CGCS2000 or WGS 84 degrees.",
        "坐标不是经纬度（经度在前）：请附上 .prj 文件，或转换为 CGCS2000、WGS 84 经纬度。");

    public static readonly Refusal TooMany = new(
        "IMPORT_TOO_MANY",
        $"It holds more than {MostRecords} records or {MostVertices} vertices: send the layer of grids only, or simplify it.",
        $"记录超过 {MostRecords} 条或顶点超过 {MostVertices} 个：请只提供网格图层，或先简化。");

    public static readonly Refusal SeveralLayers = new(
        "IMPORT_LAYERS", "It holds several layers: name the layer of grids.", "文件含多个图层：请指明网格图层名称。");

    public static readonly Refusal LayerUnknown = new(
        "IMPORT_LAYER_UNKNOWN", "It has no layer of that name: check the name.", "文件中没有该名称的图层：请核对图层名称。");

    public static readonly Refusal Faulty = new(
        "IMPORT_FAULT",
        "The server failed at this file; try another tolerance, and tell the operator if it stays.",
        "服务器处理此文件时出错；请更换容差重试，若仍失败请告知管理员。");

    public static Refusal Unreadable(string reason) => new(
        "IMPORT_UNREADABLE",
        $"It cannot be read ({reason}): export it anew from the program it was made with.",
        $"文件无法读取（{reason}）：请在原软件中重新导出。");
}
