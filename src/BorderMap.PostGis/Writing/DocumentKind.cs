namespace BorderMap.PostGis.Writing;

/// <summary>The words of <c>document.kind</c> and <c>document.state</c>.</summary>
internal static class DocumentKind
{
    public const string Incident = "incident";
    public const string Episode = "episode";
    public const string Source = "source";
    public const string Actor = "actor";
}

internal static class DocumentState
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
    public const string Published = "published";
    public const string Retracted = "retracted";
    public const string Merged = "merged";
    public const string Redacted = "redacted";

    public static string Of(Incidents.Model.IncidentStatus status) => status switch
    {
        Incidents.Model.IncidentStatus.Draft => Draft,
        Incidents.Model.IncidentStatus.Submitted => Submitted,
        Incidents.Model.IncidentStatus.Published => Published,
        Incidents.Model.IncidentStatus.Retracted => Retracted,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "unknown status"),
    };
}
