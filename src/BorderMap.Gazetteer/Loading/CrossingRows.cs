using System.Globalization;
using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>crossings.csv</c> (RFC 4180, curated by hand); province and district come from the position.</summary>
internal static class CrossingRows
{
    private const string Header = "id,name,lon,lat,radius_m,country,names,coord_source";

    public static List<Place> Read(GazetteerFile file) =>
        [.. CsvFile.Rows(file, Header).Select(row => Crossing(file.Name, row.Line, row.Cells))];

    private static Place Crossing(string file, int line, List<string> cells)
    {
        var names = Encoding.UTF8.GetBytes(cells[6]);
        string? fault = cells[0].StartsWith("x-", StringComparison.Ordinal) ? null : $"id is \"{cells[0]}\", it must begin with x-";
        fault ??= cells[5] is "AF" or "PK" ? null : $"country is \"{cells[5]}\", it must be AF or PK";
        fault ??= RecordedNames.FaultOfAny(names);
        if (fault is not null)
        {
            throw new GazetteerFormatException(file, line, fault);
        }
        return new Place
        {
            Id = cells[0],
            Kind = PlaceKind.Crossing,
            Name = cells[1],
            Country = cells[5],
            Lon = Number(file, line, "lon", cells[2], 180),
            Lat = Number(file, line, "lat", cells[3], 90),
            RadiusM = Number(file, line, "radius_m", cells[4], 100_000),
            Names = new RecordedNames(names, 0, names.Length),
        };
    }

    private static double Number(string file, int line, string name, string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value
            : throw new GazetteerFormatException(file, line, $"{name} is \"{text}\", it must be a number of at most {most}");
}
