using BorderMap.Incidents.Exporting;
using BorderMap.Incidents.Exporting.FlatGeobuf;
using BorderMap.Web.Http;

namespace BorderMap.Web.Exports;

/// <summary>A format that incidents are downloaded and exported in.</summary>
/// <param name="Ending">Of the file, without the dot.</param>
/// <param name="Route">Its address.</param>
/// <param name="MediaType">Its <c>Content-Type</c>.</param>
/// <param name="Operation">The name of its route's operation.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Format">Makes the writer of a file.</param>
public sealed record ExportFile(string Ending, string Route, string MediaType, string Operation, string Summary, Func<ExportHead, IFeatureFormat> Format)
{
    public static IReadOnlyList<ExportFile> All { get; } =
    [
        new("geojson", Routes.ExportGeoJson, MediaTypes.GeoJson, "exportGeoJson", "Incidents as one GeoJSON FeatureCollection; with changed-since, what is gone too.", head => new GeoJsonFormat(head)),
        new("geojsonl", Routes.ExportGeoJsonLines, MediaTypes.JsonLines, "exportGeoJsonLines", "Incidents as newline-delimited GeoJSON: a feature a line, nothing else.", _ => new GeoJsonLinesFormat(isSequence: false)),
        new("geojsons", Routes.ExportGeoJsonSequence, MediaTypes.GeoJsonSequence, "exportGeoJsonSequence", "Incidents as a GeoJSON text sequence (RFC 8142): a feature a line, a record separator before each.", _ => new GeoJsonLinesFormat(isSequence: true)),
        new("csv", Routes.ExportCsv, MediaTypes.Csv, "exportCsv", "Incidents as CSV: UTF-8 with a byte order mark, formula-safe.", _ => new CsvFormat()),
        new("kml", Routes.ExportKml, MediaTypes.Kml, "exportKml", "Incidents as KML 2.2: dates as TimeSpan, columns as typed ExtendedData; what is not known to a spot is drawn as its area.", head => new KmlFormat(head)),
        new("fgb", Routes.ExportFlatGeobuf, MediaTypes.FlatGeobuf, "exportFlatGeobuf", "Located incidents as FlatGeobuf, with a spatial index.", head => new FlatGeobufFormat(head)) { IsLocated = true },
    ];

    /// <summary>Whether it holds only what has a place.</summary>
    public bool IsLocated { get; init; }

    /// <summary>The format of an ending (<c>csv</c> or <c>.csv</c>), or null.</summary>
    public static ExportFile? Find(string ending) => All.FirstOrDefault(file => file.Ending == ending.TrimStart('.'));
}
