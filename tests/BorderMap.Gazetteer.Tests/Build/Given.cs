using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Names;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Tests.Build;

/// <summary>Small worlds for the steps of the build.</summary>
internal static class Given
{
    public static readonly Skeleton Skeleton = Skeleton.Load(Path.Combine(Checkout.Data, "gazetteer"));

    public static BuildState State(params Entry[] entries)
    {
        var state = new BuildState("no raw files", Checkout.Data);
        foreach (var entry in entries)
        {
            state.Entries[entry.Id] = entry;
        }
        return state;
    }

    public static Entry Province(long id, string name, string country, params string[] names) => Place(id, PlaceKind.Province, name, country, names);

    public static Entry District(long id, string name, long? province, params string[] names)
    {
        var district = Place(id, PlaceKind.District, name, "PK", names);
        district.ProvinceId = province;
        return district;
    }

    public static Entry Place(long id, PlaceKind kind, string name, string country, params string[] names) => new()
    {
        Id = id,
        Kind = kind,
        Name = name,
        Country = country,
        Lon = 70,
        Lat = 33,
        Names = [.. names.Select(Name)],
    };

    public static Entry Locality(long id, string name, string country, double lon, double lat, long? namedDistrict = null, params string[] names) => new()
    {
        Id = id,
        Kind = PlaceKind.Locality,
        Name = name,
        Country = country,
        Lon = lon,
        Lat = lat,
        Parents = [new Parentage(null, null, namedDistrict)],
        Names = [.. names.Select(Name)],
    };

    /// <summary>As the data files write it: <c>eng*Torkham</c>.</summary>
    public static EntryName Name(string text) => text.Length > 4 && "*+~".Contains(text[3])
        ? new EntryName(text[4..], text[..3], text[3] switch { '*' => NameRank.Preferred, '+' => NameRank.Variant, _ => NameRank.Colloquial })
        : new EntryName(text, "eng", NameRank.Variant);

    public static Polygon Box(double west, double south, double east, double north) => (Polygon)new GeometryFactory().ToGeometry(new Envelope(west, east, south, north));

    public static IEnumerable<string> Texts(Entry entry) => entry.Names.Select(n => n.Text);
}
