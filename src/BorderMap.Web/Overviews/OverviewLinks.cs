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

    /// <summary>Those for which somebody gives a figure of the killed.</summary>
    public string WithKilled => Of(then with { KilledMin = Math.Max(0, filter.KilledMin ?? 0) });

    /// <summary>Those for which nobody does: the map has no such filter, the features have.</summary>
    /// <param name="measure"><c>killed</c> or <c>injured</c>.</param>
    /// <param name="isNull">Whether there is no figure, or is one.</param>
    public string ByFigure(string measure, bool isNull)
    {
        var condition = $"{measure}_low IS {(isNull ? "" : "NOT ")}NULL";
        var whole = filter.Condition is { } own ? $"({TextPrinter.Print(own)}) AND {condition}" : condition;
        var rest = (then with { Condition = null }).ToQuery();
        return $"{site}{Routes.OfCollection(Routes.OgcItems, "incidents")}?{rest}&{FilterNames.Filter}={Uri.EscapeDataString(whole)}&f=html";
    }

    public string OfIncident(string id) => $"{site}{Routes.PageOf(id)}?{FilterNames.AsOf}={pub}";

    public string OfIncidents(IEnumerable<string> ids) => Of(new IncidentFilter { Ids = [.. ids], AsOf = pub });

    public string OfEpisode(string id) => Of(new IncidentFilter { Episode = [id], AsOf = pub });

    public string Method => site + Routes.Method;

    private string Of(IncidentFilter asked) => $"{site}{Routes.Map}?{asked.ToQuery()}";
}
