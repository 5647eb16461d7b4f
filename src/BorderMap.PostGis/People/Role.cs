namespace BorderMap.PostGis.People;

/// <summary>What somebody may do; each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Writes drafts and submits them.</summary>
    Contributor,

    /// <summary>Edits, publishes, retracts, merges.</summary>
    Editor,

    /// <summary>Keeps people and tokens, and may redact.</summary>
    Admin,
}
