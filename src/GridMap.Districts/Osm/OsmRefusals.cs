using GridMap.Core;

namespace GridMap.Districts.Osm;

/// <summary>Every expected "no" of an import, with its remedy.</summary>
public static class OsmRefusals
{
    public static Refusal FileMissing(string path) => new(
        "OSM_FILE_MISSING", $"There is no file {path}; check the path.", $"找不到文件 {path}，请检查路径。");

    public static Refusal FileUnreadable(string path, string reason) => new(
        "OSM_FILE_UNREADABLE", $"{path} cannot be read ({reason}); check its permissions.", $"无法读取 {path}（{reason}），请检查文件权限。");

    public static Refusal FileEmpty(string path) => new(
        "OSM_FILE_EMPTY", $"{path} is empty; download the extract again.", $"{path} 是空文件，请重新下载。");

    public static Refusal FileTooLarge(string path, long bytes, long maxBytes) => new(
        "OSM_FILE_TOO_LARGE",
        $"{path} has {Megabytes(bytes)} MB, the limit is {Megabytes(maxBytes)} MB. Cut out the district first: "
        + "osmium extract -b WEST,SOUTH,EAST,NORTH -o district.osm.pbf FILE, or raise the limit with --max-size.",
        $"{path} 大小为 {Megabytes(bytes)} MB，超过上限 {Megabytes(maxBytes)} MB。请先裁剪出本区："
        + "osmium extract -b 西,南,东,北 -o district.osm.pbf 文件，或用 --max-size 提高上限。");

    public static Refusal NotOsm(string path) => new(
        "OSM_FILE_NOT_OSM",
        $"{path} is no OpenStreetMap file; give an .osm.pbf, .osm.gz, .osm.bz2 or .osm file.",
        $"{path} 不是 OpenStreetMap 文件，请提供 .osm.pbf、.osm.gz、.osm.bz2 或 .osm 文件。");

    public static Refusal XmlWithDtd(string path) => new(
        "OSM_XML_WITH_DTD",
        $"{path} declares a document type or entities, which OpenStreetMap files never do; it is not read. Download the extract from its source again.",
        $"{path} 含有 DOCTYPE 或实体声明，正常的 OpenStreetMap 文件不会出现，已拒绝读取。请从原始来源重新下载。");

    public static Refusal Broken(string path, string reason) => new(
        "OSM_FILE_BROKEN",
        $"{path} is broken or cut off ({reason}); download it again and compare its checksum.",
        $"{path} 已损坏或不完整（{reason}），请重新下载并核对校验和。");

    public static Refusal ToolMissing(string tool) => new(
        "OSM_TOOL_MISSING",
        $"The program {tool} is not installed; run: apt-get install osm2pgsql osmium-tool",
        $"未安装程序 {tool}，请执行：apt-get install osm2pgsql osmium-tool");

    public static Refusal DiskFull(string reason) => new(
        "DISK_FULL",
        $"The disk is full ({reason}); free space and run the import again. The database is as it was.",
        $"磁盘空间不足（{reason}），请清理后重新导入。数据库保持原样。");

    public static Refusal StagingFailed(string reason) => new(
        "OSM_STAGING_FAILED",
        $"osm2pgsql could not stage the file: {reason}. The database is as it was.",
        $"osm2pgsql 无法装入该文件：{reason}。数据库保持原样。");

    public static Refusal ImportRunning() => new(
        "IMPORT_RUNNING",
        "Another import is running on this database; wait until it has ended.",
        "该数据库正在进行另一次导入，请等待其结束。");

    public static Refusal NoRoads() => new(
        "OSM_NO_ROADS",
        "The file has no roads inside the place, so nothing can be walked; extract it again with all ways (highway=*).",
        "文件中没有道路，无法形成步行路网；请重新裁剪并保留全部道路（highway=*）。");

    public static Refusal NoBuildings() => new(
        "OSM_NO_BUILDINGS",
        "The file has no homes inside the place, so there are no households to divide; choose an area where buildings are mapped.",
        "文件中没有住宅建筑，无法估算户数；请选择建筑数据较完整的区域。");

    public static Refusal PlaceTooLarge(string what, int count, int most) => new(
        "OSM_PLACE_TOO_LARGE",
        $"The file has {count} {what}, the limit is {most}; cut out one district: osmium extract -b WEST,SOUTH,EAST,NORTH -o district.osm.pbf FILE",
        $"文件含 {count} 个 {what}，上限为 {most}；请裁剪出一个区县：osmium extract -b 西,南,东,北 -o district.osm.pbf 文件");

    public static Refusal CountyCodeInvalid(string code) => new(
        "COUNTY_CODE_INVALID",
        $"'{code}' is no county code; give six digits, e.g. --county-code 999001 for a place without one.",
        $"“{code}”不是有效的区划代码，请提供六位数字；没有代码的地区可用 --county-code 999001。");

    public static Refusal NameEmpty() => new(
        "PLACE_NAME_EMPTY", "--name is empty; leave it out to take the name from the map.", "--name 为空；省略该选项即可采用地图中的名称。");

    public static Refusal TimeZoneUnknown(string timeZone) => new(
        "TIME_ZONE_UNKNOWN",
        $"'{timeZone}' is no known time zone; give an IANA name such as Asia/Shanghai.",
        $"未知时区“{timeZone}”，请使用 IANA 名称，例如 Asia/Shanghai。");

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}
