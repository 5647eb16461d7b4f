namespace BorderMap.Web.Http;

/// <summary>The media types that answers carry.</summary>
public static class MediaTypes
{
    public const string Xml = "text/xml; charset=utf-8";
    public const string Json = "application/json";
    public const string JsonLines = "application/x-ndjson";
    public const string Plain = "text/plain";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Script = "text/javascript; charset=utf-8";
    public const string MergePatch = "application/merge-patch+json";
    public const string GeoJson = "application/geo+json";
    public const string GeoJsonSequence = "application/geo+json-seq";
    public const string Kml = "application/vnd.google-earth.kml+xml";
    public const string FlatGeobuf = "application/flatgeobuf";
    public const string VectorTile = "application/vnd.mapbox-vector-tile";
    public const string Columns = "application/vnd.bordermap.columns";
    public const string Csv = "text/csv; charset=utf-8; header=present";
    public const string Tsv = "text/tab-separated-values; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public const string Svg = "image/svg+xml";
    public const string Atom = "application/atom+xml; charset=utf-8";
    public const string Problem = "application/problem+json";
    public const string EventStream = "text/event-stream";
    public const string JsonSchema = "application/schema+json";
    public const string OpenApi30 = "application/vnd.oai.openapi+json;version=3.0";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.1";
}
