using System.Globalization;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>MapServer behind nginx by FastCGI, drawing the same prepared geometry as vector tiles.</summary>
public static class MapServer
{
    public static string PathOf(TileAddress tile) =>
        $"/mapserver?mode=tile&tilemode=gmap&tile={tile.X}+{tile.Y}+{tile.Zoom}&layers=roads&map.imagetype=mvt";

    public static string Location(Bed bed, int port) => $$"""
        location = /mapserver {
          include /etc/nginx/fastcgi_params;
          fastcgi_param MS_MAPFILE {{MapFile(bed)}};
          fastcgi_ignore_client_abort on;
          fastcgi_pass 127.0.0.1:{{port}};
        }
        """;

    public static async Task<Child> StartAsync(Bed bed, int port)
    {
        var database = new NpgsqlConnectionStringBuilder(bed.Database);
        await File.WriteAllTextAsync(MapFile(bed), $$"""
            MAP
              NAME "bench"
              EXTENT -20037508 -20037508 20037508 20037508
              PROJECTION "init=epsg:3857" END
              OUTPUTFORMAT
                NAME "mvt"
                DRIVER "MVT"
                FORMATOPTION "EXTENT=4096"
                FORMATOPTION "EDGE_BUFFER=64"
              END
              LAYER
                NAME "roads"
                TYPE LINE
                STATUS ON
                CONNECTIONTYPE POSTGIS
                CONNECTION "host={{database.Host}} port={{database.Port}} user={{database.Username}} dbname={{database.Database}}"
                DATA "course FROM (SELECT id, class, name, is_bridge, is_tunnel, course FROM tile_road WHERE zoom = 14) AS way USING UNIQUE id USING SRID=3857"
                PROCESSING "CLOSE_CONNECTION=DEFER"
                PROJECTION "init=epsg:3857" END
                METADATA "gml_include_items" "all" "ows_include_items" "all" END
                CLASS STYLE COLOR 0 0 0 END END
              END
            END
            """);
        var configuration = Path.Combine(bed.Folder, "mapserver.conf");
        await File.WriteAllTextAsync(configuration, "CONFIG\n  ENV\n  END\nEND\n");
        return Child.Start(
            Path.Combine(bed.Folder, "mapserver.log"),
            new Dictionary<string, string> { ["MAPSERVER_CONFIG_FILE"] = configuration },
            "spawn-fcgi", "-n", "-a", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "--", "/usr/bin/multiwatch", "-f", "4", "--", "/usr/lib/cgi-bin/mapserv");
    }

    private static string MapFile(Bed bed) => Path.Combine(bed.Folder, "bench.map");
}
