namespace BorderMap.PostGis.People;

/// <summary>What became of a change to a person or a token.</summary>
public enum PeopleResult
{
    Done,

    /// <summary>There is no such person or token.</summary>
    Missing,

    /// <summary>The name is somebody's, or another token's.</summary>
    Taken,

    /// <summary>Nobody could keep people afterwards.</summary>
    LastAdmin,

    /// <summary>The token would be allowed more than its owner.</summary>
    AboveOwner,
}
