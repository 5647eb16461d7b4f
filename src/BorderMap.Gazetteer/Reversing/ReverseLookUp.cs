namespace BorderMap.Gazetteer.Reversing;

/// <summary>Says what is known of a position. Thread-safe.</summary>
public sealed class ReverseLookUp
{
    private readonly Places places;
    private readonly DurandLine line;

    internal ReverseLookUp(Places places, DurandLine line) => (this.places, this.line) = (places, line);

    /// <summary>What is known of a position.</summary>
    /// <param name="lon">Degrees east, WGS 84.</param>
    /// <param name="lat">Degrees north, WGS 84.</param>
    /// <param name="count">The most neighbours to give.</param>
    public Reversal At(double lon, double lat, int count = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var district = places.DistrictAt(lon, lat);
        var province = places.ProvinceAt(lon, lat);
        return new Reversal
        {
            Point = new GeoPoint(lon, lat),
            District = district,
            Province = province,
            Country = (district ?? province) is { } holder ? places.CountryOf(holder) : null,
            Line = line.Locate(lon, lat, radiusM: 0),
            Mgrs = "",
            Utm = "",
            Dms = "",
            Nearest = [],
            Crossings = [],
        };
    }
}
