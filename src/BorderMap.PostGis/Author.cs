namespace BorderMap.PostGis;

/// <summary>Who writes.</summary>
/// <param name="Name">As the audit trail names them.</param>
/// <param name="OwnDraftsOnly">Whether they may write nothing but drafts of their own, submitted ones included, and publish none.</param>
public sealed record Author(string Name, bool OwnDraftsOnly = false);
