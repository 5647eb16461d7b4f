namespace BorderMap.Gazetteer.Reversing;

/// <summary>A place near a position.</summary>
/// <param name="Place">The place.</param>
/// <param name="Km">Kilometres between the place's point and the position, on the ellipsoid.</param>
/// <param name="BearingDegrees">The direction in which the position lies, seen from the place: degrees clockwise from north, 0 to 360.</param>
public sealed record Neighbour(Place Place, double Km, double BearingDegrees)
{
    private static readonly string[] Winds = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

    /// <summary>The direction as one of eight winds.</summary>
    public string Compass => Winds[(int)Math.Round(BearingDegrees / 45) % Winds.Length];

    /// <summary>The position as seen from the place: <c>4.2 km NE of Torkham</c>; <c>at Torkham</c> within 100 m.</summary>
    public string Words => Km < 0.1 ? $"at {Place.Name}" : $"{(Km < 10 ? Math.Round(Km, 1) : Math.Round(Km))} km {Compass} of {Place.Name}";
}
