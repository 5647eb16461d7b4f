namespace BorderMap.Gazetteer.Coordinates;

/// <summary>Reads coordinates as people write and paste them.</summary>
public static class CoordinateText
{
    /// <summary>Reads a text that may be coordinates. Never throws; a text with anything else in it, such as a name, is no coordinates.</summary>
    /// <param name="text">As written, in Latin or Arabic script.</param>
    public static CoordinateReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CoordinateReading.None;
    }
}
