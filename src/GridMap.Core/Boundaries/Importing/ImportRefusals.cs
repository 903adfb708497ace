namespace GridMap.Core.Boundaries.Importing;

/// <summary>Why a file is no division of this land: each with a stable code and what to do.</summary>
public static class ImportRefusals
{
    public static Refusal NothingToDivide { get; } = new(
        "IMPORT_NO_LAND", "There are no grids in this area; choose an area that has some.", "该区域内没有网格；请选择有网格的区域。");

    public static Refusal NoPolygons { get; } = new(
        "IMPORT_EMPTY", "The file holds no polygons; send a layer of grid areas.", "文件中没有面要素；请提供网格面图层。");

    public static Refusal ToleranceOutOfRange { get; } = new(
        "TOLERANCE_OUT_OF_RANGE",
        $"Choose a tolerance of 0 to {ImportOptions.MostToleranceMeters:0} metres.",
        $"容差须为 0 至 {ImportOptions.MostToleranceMeters:0} 米。");

    public static Refusal LiesInGcj02 { get; } = new(
        "IMPORT_GCJ02",
        "The file lies beside the land as GCJ-02 does: check it again with its coordinates taken as GCJ-02.",
        "文件整体偏移，与 GCJ-02 的偏移一致：请将坐标选为 GCJ-02 后重新检查。");

    public static Refusal DatumUnknown { get; } = new(
        "DATUM_UNKNOWN", "Name the datum of the file: WGS84 (also for CGCS2000) or GCJ02.", "请指定文件坐标：WGS84（CGCS2000 同此）或 GCJ02。");

    public static Refusal FarAway(int record, Geography.Position place) => new Refusal(
        "IMPORT_FAR_AWAY",
        $"Record {record} lies more than a degree from the land: check that coordinates are degrees of WGS 84 or CGCS2000, longitude first, and take records of other places out.",
        $"第 {record} 条记录距本地区超过 1 度：请确认坐标为 WGS 84 或 CGCS2000 经纬度、经度在前，并删除其他地区的记录。") with
    { Place = place };

    public static Refusal Tangled(int record, Geography.Position place) => new Refusal(
        "IMPORT_TANGLED",
        $"The borders cross each other far too often, at record {record} and elsewhere: this is no division; check the file in the program it was made with.",
        $"边界相互交叉次数过多（如第 {record} 条记录处），不是有效的网格划分：请在原软件中检查文件。") with
    { Place = place };

    public static Refusal Elsewhere(double coveredShare, Geography.Position? place) => new Refusal(
        "IMPORT_ELSEWHERE",
        $"The file covers {coveredShare * 100:0.#} % of this area's land, less than half: choose the area that it divides, and check that it is in WGS 84 or CGCS2000 degrees, longitude first (not metres), or say that it is in GCJ-02.",
        $"文件仅覆盖所选区域的 {coveredShare * 100:0.#}%，不足一半：请选择文件所划分的区域，并确认坐标为 WGS 84 或 CGCS2000 经纬度、经度在前（不是米）；若为 GCJ-02，请在坐标一项中选定。") with
    { Place = place };
}
