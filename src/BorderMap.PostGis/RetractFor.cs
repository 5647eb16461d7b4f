namespace BorderMap.PostGis;

/// <summary>Why an incident is retracted.</summary>
public enum RetractFor
{
    /// <summary>It was wrong: earlier public versions stay readable by <c>asOf</c>.</summary>
    Error,

    /// <summary>Showing it does harm: earlier public versions are withheld too.</summary>
    Harm,
}
