using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static class EpisodeRules
{
    public static void Check(Episode episode, ValidationContext context, Findings findings)
    {
        findings.Id("id", episode.Id, Ids.Episode, isRequired: true);
        findings.Line("title", episode.Title, Limits.Title, isRequired: true);
        DateRules.CheckDay("start", episode.Start, findings);
        DateRules.CheckDay("end", episode.End, findings);
        if (episode.End < episode.Start)
            findings.Add("end-before-start", "end", $"{episode.End:yyyy-MM-dd}", $"The end {episode.End:yyyy-MM-dd} lies before the start {episode.Start:yyyy-MM-dd}.", "Exchange the two, or correct one.");
        findings.Text("summary", episode.Summary, Limits.Notes);
        ClaimRules.CheckAll(episode.Claims, context, findings);
        IncidentRules.CheckSources(episode.Sources, context, findings);
        IncidentRules.CheckKeys(episode.SourceKeys, findings);
    }
}
