using System.Runtime.CompilerServices;
using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>admin.tsv</c> and <c>localities-*.tsv</c>: one place a row.</summary>
internal static class PlaceRows
{
    public const string Header = "id\tkind\tname\tcountry\tprovince\tdistrict\tlon\tlat\tradius_m\tnames";
    private const int LongestId = 64;
    private const double LargestRadiusM = 2_000_000;

    public static List<Place> Read(GazetteerFile file)
    {
        var places = new List<Place>(file.Bytes.Length / 110);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var rows = file.Rows(Header);
        while (rows.MoveNext())
        {
            places.Add(ReadRow(file, rows, parents));
        }
        return places;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Place ReadRow(GazetteerFile file, RowReader row, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> parents) => new()
    {
        Id = row.Required(0, "id"),
        Kind = Kind(row),
        Name = row.Required(2, "name"),
        Country = Country(row),
        ProvinceId = Parent(row, 4, parents),
        DistrictId = Parent(row, 5, parents),
        Lon = row.Number(6, "lon", -180, 180),
        Lat = row.Number(7, "lat", -90, 90),
        RadiusM = row.Number(8, "radius_m", 1, LargestRadiusM),
        Names = Names(file, row),
    };

    /// <summary>One string for each province and district, shared by all places in it.</summary>
    private static string? Parent(RowReader row, int column, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        if (row.Bytes(column).IsEmpty)
        {
            return null;
        }
        Span<char> id = stackalloc char[LongestId];
        if (!Encoding.UTF8.TryGetChars(row.Bytes(column), id, out var length))
        {
            throw row.Broken($"the id \"{row.Text(column)}\" is longer than {LongestId} characters");
        }
        return known.TryGetValue(id[..length], out var shared) ? shared : known.Dictionary[id[..length].ToString()] = id[..length].ToString();
    }

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RecordedNames Names(GazetteerFile file, RowReader row)
    {
        var names = row.Bytes(9);
        if (RecordedNames.FaultOfAny(names) is { } fault)
        {
            throw row.Broken(fault);
        }
        if (names.IndexOf(row.Bytes(2)) < 0)
        {
            throw row.Broken($"the name \"{row.Text(2)}\" must be among the names");
        }
        return new RecordedNames(file.Bytes, row.OffsetOf(9), names.Length);
    }
}
