namespace BorderMap.PostGis.Reports;

/// <summary>A report that somebody had read into drafts, as the desk sees it.</summary>
public sealed record StoredReport
{
    /// <summary><c>n-</c> and ten base32 letters.</summary>
    public required string Id { get; init; }

    /// <summary>When it was read (UTC), and for whom.</summary>
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, lowercase hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>UTF-16 code units of the text: what offsets count.</summary>
    public required int Characters { get; init; }

    /// <summary>The text; null unless the operator keeps texts.</summary>
    public string? Text { get; init; }

    /// <summary>The civil day of publication; null: not known.</summary>
    public DateOnly? Published { get; init; }
    public ReportOrigin Origin { get; init; } = new();

    /// <summary>Id of the source; null until the first draft is taken.</summary>
    public string? Source { get; init; }

    /// <summary>What was found beside the drafts, a JSON object.</summary>
    public required string Reading { get; init; }

    /// <summary>By number; empty in a list.</summary>
    public IReadOnlyList<StoredDraft> Drafts { get; init; } = [];

    /// <summary>Drafts, and those that nobody has decided about.</summary>
    public int DraftCount { get; init; }
    public int OpenCount { get; init; }
}

/// <summary>Where a report comes from, as the source of its drafts will say it.</summary>
public sealed record ReportOrigin
{
    public string? Publisher { get; init; }

    /// <summary>Whose own reporting it is, after wire attribution; null: the publisher's own.</summary>
    public string? Origin { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
}

/// <summary>One draft of a report, and what was decided about it.</summary>
/// <param name="N">Its number in the report, from 1.</param>
/// <param name="Draft">The document as it was read, with its evidence: a JSON object.</param>
public sealed record StoredDraft(int N, string Draft)
{
    public ReportDecision? Decision { get; init; }

    /// <summary>The incident that it became, or was joined to.</summary>
    public string? Incident { get; init; }

    /// <summary>What a person made of the document, where that differs: a JSON object.</summary>
    public string? Corrected { get; init; }
    public string? By { get; init; }
    public string? Why { get; init; }
    public DateTimeOffset? Decided { get; init; }
}

/// <summary>Taken as it is, taken with changes, taken into an incident that there is, or not taken.</summary>
public enum ReportDecision { Accepted, Corrected, Joined, Rejected }
