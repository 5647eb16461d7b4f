namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>crossings.csv</c> (curated by hand); province and district come from the position.</summary>
internal static class CrossingRows
{
    private const string Header = "id,name,lon,lat,radius_m,country,names,coord_source";
    private const double LargestRadiusM = 100_000;

    public static List<Place> Read(GazetteerFile file) => [.. CsvFile.Rows(file, Header).Select(Crossing)];

    private static Place Crossing(CsvRow row)
    {
        return new Place
        {
            Id = row.OwnId("id"),
            Kind = PlaceKind.Crossing,
            Name = row.Required("name"),
            Country = row.Country("country"),
            Lon = row.Number("lon", -180, 180),
            Lat = row.Number("lat", -90, 90),
            RadiusM = row.Number("radius_m", 1, LargestRadiusM),
            Names = row.OwnNames(),
        };
    }
}
