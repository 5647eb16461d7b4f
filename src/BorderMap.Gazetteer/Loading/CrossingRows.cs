using System.Globalization;
using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>crossings.csv</c> (RFC 4180, curated by hand); province and district come from the position.</summary>
internal static class CrossingRows
{
    private const string Header = "id,name,lon,lat,radius_m,country,names,coord_source";

    public static List<Place> Read(GazetteerFile file)
    {
        var crossings = new List<Place>();
        var lines = Encoding.UTF8.GetString(file.Bytes).TrimEnd('\n').Split('\n');
        if (lines[0].TrimEnd('\r') != Header)
        {
            throw new GazetteerFormatException(file.Name, 1, $"the header must be \"{Header}\"");
        }
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = Split(lines[i].TrimEnd('\r'));
            crossings.Add(cells.Count == 8 ? Crossing(file.Name, i + 1, cells)
                : throw new GazetteerFormatException(file.Name, i + 1, $"the row has {cells.Count} columns, it must have 8"));
        }
        return crossings;
    }

    private static Place Crossing(string file, int line, List<string> cells)
    {
        var names = Encoding.UTF8.GetBytes(cells[6]);
        string? fault = cells[0].StartsWith("x-", StringComparison.Ordinal) ? null : $"id is \"{cells[0]}\", it must begin with x-";
        fault ??= cells[5] is "AF" or "PK" ? null : $"country is \"{cells[5]}\", it must be AF or PK";
        fault ??= cells[6].Split('|').Select(name => RecordedNames.FaultOf(Encoding.UTF8.GetBytes(name))).FirstOrDefault(found => found is not null);
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

    /// <summary>Splits a line at commas outside quotes; a doubled quote inside quotes is one.</summary>
    private static List<string> Split(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
