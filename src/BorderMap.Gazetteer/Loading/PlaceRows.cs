using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>admin.tsv</c> and <c>localities-*.tsv</c>: one place a row.</summary>
internal static class PlaceRows
{
    public const string Header = "id\tkind\tname\tcountry\tprovince\tdistrict\tlon\tlat\tradius_m\tnames";
    private const double LargestRadiusM = 2_000_000;

    public static List<Place> Read(GazetteerFile file)
    {
        var places = new List<Place>(file.Bytes.Length / 110);
        var rows = file.Rows(Header);
        while (rows.MoveNext())
        {
            places.Add(ReadRow(file, rows));
        }
        return places;
    }

    private static Place ReadRow(GazetteerFile file, RowReader row) => new()
    {
        Id = row.Required(0, "id"),
        Kind = Kind(row),
        Name = row.Required(2, "name"),
        Country = Country(row),
        ProvinceId = Id(row, 4),
        DistrictId = Id(row, 5),
        Lon = row.Number(6, "lon", -180, 180),
        Lat = row.Number(7, "lat", -90, 90),
        RadiusM = row.Number(8, "radius_m", 1, LargestRadiusM),
        Names = Names(file, row),
    };

    private static string? Id(RowReader row, int column) => row.Bytes(column).IsEmpty ? null : row.Text(column);

    private static PlaceKind Kind(RowReader row) => row.Text(1) switch
    {
        "locality" => PlaceKind.Locality,
        "district" => PlaceKind.District,
        "province" => PlaceKind.Province,
        "country" => PlaceKind.Country,
        "crossing" => PlaceKind.Crossing,
        "area" => PlaceKind.Area,
        var other => throw row.Broken($"kind is \"{other}\", it must be country, province, district, locality, crossing or area"),
    };

    private static string Country(RowReader row)
    {
        var country = row.Bytes(3);
        return country.SequenceEqual("AF"u8) ? "AF" : country.SequenceEqual("PK"u8) ? "PK"
            : throw row.Broken($"country is \"{row.Text(3)}\", it must be AF or PK");
    }

    private static RecordedNames Names(GazetteerFile file, RowReader row)
    {
        var names = row.Bytes(9);
        foreach (var range in names.Split((byte)'|'))
        {
            if (RecordedNames.FaultOf(names[range]) is { } fault)
            {
                throw row.Broken(fault);
            }
        }
        if (names.IndexOf(row.Bytes(2)) < 0)
        {
            throw row.Broken($"the name \"{row.Text(2)}\" must be among the names");
        }
        return new RecordedNames(file.Bytes, row.OffsetOf(9), names.Length);
    }

    /// <summary>The names of a crossing, whose row is CSV and so has no bytes of its own to point into.</summary>
    public static RecordedNames NamesFrom(string names)
    {
        var bytes = Encoding.UTF8.GetBytes(names);
        return new RecordedNames(bytes, 0, bytes.Length);
    }
}
