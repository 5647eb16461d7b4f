namespace BorderMap.Gazetteer.Coordinates;

/// <summary>What a text is when read as coordinates: none, a position, or coordinates that cannot be.</summary>
public abstract record CoordinateReading
{
    private CoordinateReading()
    {
    }

    /// <summary>The text is something else: a name, say.</summary>
    public static CoordinateReading None { get; } = new NotCoordinates();

    /// <summary>The text is something else: a name, say.</summary>
    public sealed record NotCoordinates : CoordinateReading;

    /// <summary>The text is a position somewhere on Earth; <see cref="Region"/> says whether it lies where the gazetteer knows places.</summary>
    /// <param name="Point">The middle of what the digits leave open.</param>
    /// <param name="Notation">How it was written.</param>
    /// <param name="PrecisionM">Metres from <paramref name="Point"/> within which all lies that would be written with the same digits; at least 1.</param>
    /// <param name="Assumed">In words: what the text leaves open and was decided ("read as longitude, latitude"); null when it left nothing open.</param>
    public sealed record Found(GeoPoint Point, CoordinateNotation Notation, double PrecisionM, string? Assumed = null) : CoordinateReading;

    /// <summary>The text is coordinates, but no place on Earth has them.</summary>
    /// <param name="Part">What is wrong: <c>latitude</c>, <c>minutes</c>, <c>zone</c>, <c>square</c> ...</param>
    /// <param name="Value">As it was written.</param>
    /// <param name="Message">A sentence that names part, value and the allowed range.</param>
    /// <param name="Fix">A sentence that says what to write instead.</param>
    public sealed record Wrong(string Part, string Value, string Message, string Fix) : CoordinateReading;
}
