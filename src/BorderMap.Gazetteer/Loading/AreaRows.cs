using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Loading;

/// <summary>
/// Reads <c>areas.csv</c> (curated by hand): named regions that are no administrative units. An area is the union of its members (provinces and
/// districts), or lies within some of them: with a point and radius of its own, or, where no source has one, with theirs.
/// </summary>
internal static class AreaRows
{
    private const string Header = "id,name,country,lon,lat,radius_m,members,within,names,source";
    private const double LargestRadiusM = 500_000;

    public static List<Place> Read(GazetteerFile file) => [.. CsvFile.Rows(file, Header).Select(Area)];

    private static Place Area(CsvRow row)
    {
        var isSpot = (row.Optional("lon") ?? row.Optional("lat") ?? row.Optional("radius_m")) is not null;
        var (isWhole, isPart) = (row.Optional("members") is not null, row.Optional("within") is not null);
        if (isWhole && (isSpot || isPart))
        {
            throw row.Broken("members stand beside lon, lat, radius_m or within: an area has either");
        }
        if (!isWhole && !isPart)
        {
            throw row.Broken("members and within are empty: an area needs either");
        }
        return new Place
        {
            Id = row.OwnId("id"),
            Kind = PlaceKind.Area,
            Name = row.Required("name"),
            Country = row.Country("country"),
            Lon = isSpot ? row.Number("lon", -180, 180) : double.NaN,
            Lat = isSpot ? row.Number("lat", -90, 90) : double.NaN,
            RadiusM = isSpot ? row.Number("radius_m", 1, LargestRadiusM) : double.NaN,
            Names = row.OwnNames(),
        };
    }

    /// <summary>The units that each area is made of, or lies within.</summary>
    public static Dictionary<string, AreaExtent> Extents(GazetteerFile file, Place[] all, Dictionary<string, int> byId)
    {
        var extents = new Dictionary<string, AreaExtent>(StringComparer.Ordinal);
        foreach (var row in CsvFile.Rows(file, Header))
        {
            extents.Add(row.Required("id"), new AreaExtent(Units(row, "members", all, byId), Units(row, "within", all, byId)));
        }
        return extents;
    }

    private static Place[] Units(CsvRow row, string column, Place[] all, Dictionary<string, int> byId)
    {
        var units = Array.ConvertAll(row.Places(column, byId), i => all[i]);
        return Array.Find(units, unit => unit.Kind is not (PlaceKind.Province or PlaceKind.District)) is { } other
            ? throw row.Broken($"{column} {other.Id} is a {other.Kind.ToString().ToLowerInvariant()}, it must be a province or district") : units;
    }

    /// <summary>Gives each area its point and radius, and the province and district that hold the whole of it.</summary>
    public static void Settle(Places places, Place[] all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] is { Kind: PlaceKind.Area } area)
            {
                var units = places.ExtentOf(area).Units;
                area = double.IsNaN(area.Lon) ? Measured(area, units, places) : area;
                all[i] = area with { ProvinceId = Shared(units, ProvinceOf), DistrictId = Shared(units, DistrictOf) };
            }
        }
    }

    /// <summary>The middle of the units, or the point of the unit nearest to it where it lies outside them all; the radius holds every one.</summary>
    private static Place Measured(Place area, IReadOnlyList<Place> units, Places places)
    {
        var shapes = units.Select(unit => places.Boundary(unit.Id) ?? new Point(unit.Lon, unit.Lat)).ToList();
        var weight = shapes.Sum(shape => shape.Area);
        var (lon, lat) = (shapes.Sum(shape => shape.Centroid.X * shape.Area) / weight, shapes.Sum(shape => shape.Centroid.Y * shape.Area) / weight);
        if (!shapes.Exists(shape => shape.Contains(new Point(lon, lat))))
        {
            var nearest = units.MinBy(unit => KmBetween(lon, lat, unit.Lon, unit.Lat))!;
            (lon, lat) = (nearest.Lon, nearest.Lat);
        }
        var km = shapes.SelectMany(shape => shape.Coordinates).Max(corner => KmBetween(lon, lat, corner.X, corner.Y));
        return area with { Lon = Math.Round(lon, 5), Lat = Math.Round(lat, 5), RadiusM = Math.Ceiling(km * 10) * 100 };
    }

    private static double KmBetween(double lon, double lat, double otherLon, double otherLat) =>
        Line.SpherePoint.Of(lon, lat).KmTo(Line.SpherePoint.Of(otherLon, otherLat));

    private static string? ProvinceOf(Place unit) => unit.Kind is PlaceKind.Province ? unit.Id : unit.ProvinceId;

    private static string? DistrictOf(Place unit) => unit.Kind is PlaceKind.District ? unit.DistrictId ?? unit.Id : null;

    private static string? Shared(IReadOnlyList<Place> units, Func<Place, string?> parent) =>
        units.Select(parent).Distinct().Take(2).ToList() is [var only] ? only : null;
}
