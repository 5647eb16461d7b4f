namespace BorderMap.Benchmarks.Running;

/// <summary>How MapServer is set up to serve the public incidents as it best can: features with all columns, tiles with a few.</summary>
internal static class MapServerFiles
{
    public const string Program = "/usr/lib/cgi-bin/mapserv";

    private const string Columns = "id,kind,family,date_start,date_end,date_precision,precision,radius_m,side,line_km,line_distance_km,killed_low,killed_high,injured_low,injured_high,grade,episode,cross_border,version,updated";
    private const string TileColumns = "id,kind,family,grade,date_start,date_end,precision,radius_m,killed_low,killed_high";

    public static IEnumerable<(string Name, string Text)> Of(string socket, string folder, Uri address) =>
    [
        ("mapserver.conf", $"""
            CONFIG
              ENV
                MS_MAP_PATTERN "."
                OGCAPI_HTML_TEMPLATE_DIRECTORY "/usr/share/mapserver/ogcapi/templates/html-plain/"
              END
              MAPS
                BENCH "{folder}/bench.map"
              END
            END
            """),
        ("bench.map", $"""
            MAP
              NAME "bench"
              EXTENT 60 23 78 39
              SIZE 512 512
              UNITS DD
              IMAGETYPE "mvt"
              PROJECTION "init=epsg:4326" END
              WEB
                METADATA
                  "ows_title" "bench"
                  "ows_srs" "EPSG:4326 EPSG:3857"
                  "ows_enable_request" "*"
                  "oga_onlineresource" "{address}ms/BENCH/ogcapi"
                  "oga_max_limit" "10000"
                END
              END
              OUTPUTFORMAT
                NAME "mvt"
                DRIVER MVT
                EXTENSION "pbf"
                FORMATOPTION "EXTENT=4096"
                FORMATOPTION "EDGE_BUFFER=20"
              END
            {Layer("incidents", Columns, socket)}
            {Layer("tiles", TileColumns, socket)}
            END
            """),
        ("lighttpd.conf", $"""
            server.document-root = "{folder}"
            server.bind = "127.0.0.1"
            server.port = {address.Port}
            server.modules = ( "mod_fastcgi" )
            server.errorlog = "{folder}/error.log"
            server.max-keep-alive-requests = 1000000
            fastcgi.server = ( "/ms" => ((
              "socket" => "{folder}/ms.sock",
              "bin-path" => "{Program}",
              "bin-environment" => ( "MAPSERVER_CONFIG_FILE" => "{folder}/mapserver.conf" ),
              "max-procs" => 4,
              "check-local" => "disable"
            )))
            """),
    ];

    private static string Layer(string name, string columns, string socket) => $"""
          LAYER
            NAME "{name}"
            TYPE POINT
            STATUS ON
            TEMPLATE "void"
            CONNECTIONTYPE POSTGIS
            CONNECTION "host={socket} user=bordermap dbname=bordermap options='-c jit=off -c max_parallel_workers_per_gather=0'"
            PROCESSING "CLOSE_CONNECTION=DEFER"
            DATA "geom from (select {columns},geom from bordermap.public_incident where to_pub is null) q using unique id using srid=4326"
            EXTENT 60 23 78 39
            PROJECTION "init=epsg:4326" END
            METADATA
              "ows_title" "{name}"
              "ows_srs" "EPSG:4326 EPSG:3857"
              "gml_include_items" "{columns}"
              "gml_types" "auto"
              "gml_featureid" "id"
              "ows_featureid" "id"
            END
            CLASS NAME "p" STYLE COLOR 200 0 0 SIZE 4 END END
          END
        """;
}
