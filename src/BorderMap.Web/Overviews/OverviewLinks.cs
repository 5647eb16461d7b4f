using BorderMap.Incidents;
using BorderMap.Incidents.Cql2;
using BorderMap.Web.Http;

namespace BorderMap.Web.Overviews;

/// <summary>Addresses at which the incidents behind a number are seen, in the state that was told of: so that the number holds for whoever follows it later.</summary>
internal sealed class OverviewLinks(IncidentFilter filter, long pub, string site)
{
    private readonly IncidentFilter then = filter with { AsOf = pub };

    public string All => Of(then);

    public string OfKind(string kind) => Of(then with { Kind = [kind] });

    public string OfGrade(Incidents.Model.Grade grade) => Of(then with { Grade = [grade] });

    /// <summary>Those that also meet a condition for which the map has no filter: as features.</summary>
    /// <param name="condition">In CQL2.</param>
    public string By(string condition)
    {
        var whole = filter.Condition is { } own ? $"({TextPrinter.Print(own)}) AND {condition}" : condition;
        return $"{site}{Routes.OfCollection(Routes.OgcItems, "incidents")}?{(then with { Condition = null }).ToQuery()}&{FilterNames.Filter}={Uri.EscapeDataString(whole)}&f=html";
    }

    public string OfIncident(string id) => $"{site}{Routes.PageOf(id)}?{FilterNames.AsOf}={pub}";

    public string OfIncidents(IEnumerable<string> ids) => Of(new IncidentFilter { Ids = [.. ids], AsOf = pub });

    public string OfEpisode(string id) => Of(new IncidentFilter { Episode = [id], AsOf = pub });

    public string Method => site + Routes.Method;

    private string Of(IncidentFilter asked) => $"{site}{Routes.Map}?{asked.ToQuery()}";
}
