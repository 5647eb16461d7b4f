namespace BorderMap.Gazetteer.Loading;

/// <summary>
/// Reads <c>new-districts.csv</c> (curated by hand): districts made after the boundaries were drawn. Each lies in the drawn district from which it
/// was cut; its point is the middle of its seats (the towns of its tehsils), its radius is estimated.
/// </summary>
internal static class NewDistrictRows
{
    private const string Header = "id,name,cut_from,seats,radius_m,names,source";
    private const double LargestRadiusM = 200_000;

    public static List<Place> Read(GazetteerFile file) => [.. CsvFile.Rows(file, Header).Select(District)];

    private static Place District(CsvRow row)
    {
        return new Place
        {
            Id = row.OwnId("id"),
            Kind = PlaceKind.District,
            Name = row.Required("name"),
            Country = "",
            DistrictId = row.Required("cut_from"),
            Lon = double.NaN,
            Lat = double.NaN,
            RadiusM = row.Number("radius_m", 1, LargestRadiusM),
            Names = row.OwnNames(),
        };
    }

    /// <summary>Puts each into the province of the district from which it was cut, at the middle of its seats.</summary>
    public static void Settle(GazetteerFile file, Place[] all, Dictionary<string, int> byId)
    {
        foreach (var row in CsvFile.Rows(file, Header))
        {
            var (index, drawn, seats) = (row.Place("id", byId), all[row.Place("cut_from", byId)], row.Places("seats", byId));
            if (drawn is not { Kind: PlaceKind.District, DistrictId: null })
            {
                throw row.Broken($"cut_from {drawn.Id} is no district with a boundary");
            }
            if (seats.Length == 0)
            {
                throw row.Broken("seats is empty, it must name the towns of the district's tehsils");
            }
            all[index] = all[index] with
            {
                Country = drawn.Country,
                ProvinceId = drawn.ProvinceId,
                Lon = Math.Round(seats.Average(seat => all[seat].Lon), 5),
                Lat = Math.Round(seats.Average(seat => all[seat].Lat), 5),
            };
        }
    }
}
