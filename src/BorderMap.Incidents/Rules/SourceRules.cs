using System.Text.RegularExpressions;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static partial class SourceRules
{
    public static void Check(Source source, Findings findings)
    {
        findings.Id("id", source.Id, Ids.Source, isRequired: true);
        findings.Line("publisher", source.Publisher, Limits.Name, isRequired: true);
        findings.Line("origin", source.Origin, Limits.Name);
        findings.Line("title", source.Title, Limits.Words);
        CheckUrl("url", source.Url, findings);
        CheckUrl("archive", source.Archive, findings);
        DateRules.CheckDay("published", source.Published, findings);
        DateRules.CheckDay("retrieved", source.Retrieved, findings);
        if (source.Sha256 is { } hash && !Sha256().IsMatch(hash))
            findings.Add("bad-hash", "sha256", hash, "sha256 is no SHA-256 hash.", "Write 64 hexadecimal digits in lower case.");
        findings.Line("licence.name", source.Licence.Name, Limits.Name);
        findings.Text("notes", source.Notes, Limits.Notes);
    }

    // Only http and https: an address of another scheme could run as a script where it is shown as a link.
    public static void CheckUrl(string field, string? url, Findings findings)
    {
        if (url is null)
            return;
        findings.Line(field, url, Limits.Url, isRequired: true);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            findings.Add("bad-url", field, url, $"{field} is no web address.", "Write an address that begins with https:// or http://, or leave it out.");
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256();
}
