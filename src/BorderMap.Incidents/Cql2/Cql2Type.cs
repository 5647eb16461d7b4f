namespace BorderMap.Incidents.Cql2;

/// <summary>What an expression gives. <see cref="Integer"/> is told to clients of a queryable; filters compare it as a <see cref="Number"/>.</summary>
public enum Cql2Type
{
    Text,
    Number,
    Integer,
    Boolean,

    /// <summary>A civil day without a time zone.</summary>
    Date,

    /// <summary>A moment, UTC.</summary>
    Instant,

    /// <summary>From a day to a day, or from a moment to a moment, both ends within it.</summary>
    Interval,
    Geometry,
}
