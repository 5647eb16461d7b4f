using BorderMap.Incidents.Rules;

namespace BorderMap.Incidents.Reviewing;

/// <summary>What a reader says is wrong with a public incident. Text only; private, for editors.</summary>
public sealed record ErrorReport
{
    /// <summary>The incident, as its address has it.</summary>
    public required string Incident { get; init; }

    /// <summary>The public version that the reader saw; null: not said.</summary>
    public int? Version { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Words { get; init; }

    /// <summary>Where that can be read.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>How the reader can be asked back, if they wish so.</summary>
    public string? Contact { get; init; }

    /// <summary>Whether it can be kept. Empty: it can.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var findings = new Findings();
        findings.Id("incident", Incident, Ids.Incident, isRequired: true);
        findings.Text("words", Words, Limits.Words, isRequired: true);
        SourceRules.CheckUrl("source_url", SourceUrl, findings);
        findings.Line("contact", Contact, Limits.Name);
        if (Version is <= 0)
            findings.Add("bad-version", "version", Version.ToString(), "version is no version of a public incident.", "Write the number that the incident shows, or leave it out.");
        return findings.Problems;
    }
}
