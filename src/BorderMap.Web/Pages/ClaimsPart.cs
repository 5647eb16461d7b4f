using System.Text.Json;

namespace BorderMap.Web.Pages;

/// <summary>The claims of an incident: a table of who says what of the same question, and each claimant's own words.</summary>
internal static class ClaimsPart
{
    private static readonly string[] Counted = ["killed", "injured", "missing", "captured", "casualties"];

    public static Html Of(IReadOnlyList<JsonElement> claims, IReadOnlyList<JsonElement> sources)
    {
        if (claims.Count == 0)
        {
            return Html.Of($"<p>No claim is recorded.</p>");
        }
        var comparisons = ClaimComparison.Of(claims);
        var claimants = claims.GroupBy(ClaimComparison.Claimant).ToList();
        return Html.Of($"""
            {(claimants.Count > 1 ? Table(comparisons, [.. claimants.Select(group => group.Key)], claims) : Html.Empty)}
            <div class="claimants">{claimants.Select(group => Html.Of($"<section class=\"claimant\"><h3>{group.Key}</h3><ul>{group.Select(claim => Claim(claim, claims, comparisons, sources))}</ul></section>"))}</div>
            """);
    }

    private static Html Table(IReadOnlyList<ClaimComparison> comparisons, IReadOnlyList<string> claimants, IReadOnlyList<JsonElement> all) => Html.Of($"""
        <div class="wide" role="region" aria-label="Claims side by side" tabindex="0"><table class="compare">
        <thead><tr><th scope="col">Question</th>{claimants.Select(name => Html.Of($"<th scope=\"col\"><bdi>{name}</bdi></th>"))}</tr></thead>
        <tbody>{comparisons.Select(comparison => Row(comparison, claimants, all))}</tbody>
        </table></div>
        """);

    private static Html Row(ClaimComparison comparison, IReadOnlyList<string> claimants, IReadOnlyList<JsonElement> all) => Html.Of($"""
        <tr><th scope="row">{comparison.Question}{(comparison.Contradicts(all) ? Html.Of($" <span class=\"tag\">contradict one another</span>") : Html.Empty)}</th>
        {claimants.Select(name => Html.Of($"<td>{comparison.Claims.Where(claim => ClaimComparison.Claimant(claim) == name).Select(claim => Cell(claim, comparison, all))}</td>"))}</tr>
        """);

    private static Html Cell(JsonElement claim, ClaimComparison comparison, IReadOnlyList<JsonElement> all)
    {
        var figure = comparison.Measure is { } measure ? Words.Figure(claim.Object(measure)) ?? claim.Object(measure)?.Text("words") : null;
        var denies = claim.Text("stance") == "denies";
        var words = (denies, figure) switch { (true, null) => "denies it", (true, _) => $"denies {figure}", (false, null) => "says so", _ => figure };
        return Html.Of($"<p{(ClaimComparison.SuccessorOf(claim, all) is null ? Html.Empty : Html.Of($" class=\"replaced\""))}>{words}</p>");
    }

    private static Html Claim(JsonElement claim, IReadOnlyList<JsonElement> all, IReadOnlyList<ClaimComparison> comparisons, IReadOnlyList<JsonElement> sources) => Html.Of($"""
        <li><p>{Words.About(claim)}{Speaker(claim)}: {Figures(claim)} {claim.Text("words")}</p>
        {Quote(claim.Object("span"))}
        {Against(claim, all, comparisons)}
        <p class="quiet">{string.Join(" · ", Standing(claim, all).Where(words => words.Length > 0))} · source: {SourceLink(claim.Text("source"), sources)}</p></li>
        """);

    private static Html Against(JsonElement claim, IReadOnlyList<JsonElement> all, IReadOnlyList<ClaimComparison> comparisons)
    {
        var against = ClaimComparison.Against(claim, comparisons, all);
        return against.Length == 0 ? Html.Empty : Html.Of($"<p class=\"tag\">{against}</p>");
    }

    private static IEnumerable<string> Standing(JsonElement claim, IReadOnlyList<JsonElement> all)
    {
        if (ClaimComparison.SuccessorOf(claim, all) is { } successor)
        {
            yield return successor.Text("said_on") is { } then ? $"replaced by the claim of {then}" : "replaced by a later claim";
        }
        yield return Words.Standing(claim.Text("standing"));
        if (claim.Text("part") == "breakdown")
        {
            yield return "part of a total";
        }
        if (claim.Text("said_on") is { } day)
        {
            yield return $"said on {day}";
        }
        if (claim.Object("period") is { } period)
        {
            yield return $"for {period.Text("start") ?? "…"} to {period.Text("end") ?? "…"}";
        }
        if (claim.List("place_names") is { Count: > 0 } places)
        {
            yield return $"for {string.Join(", ", places.Select(place => place.ToString()))}";
        }
    }

    private static string Speaker(JsonElement claim) => claim.Text("speaker") is { } speaker ? $" ({speaker})" : "";

    private static string Figures(JsonElement claim)
    {
        var group = claim.Object("group")?.Text("label") ?? claim.Object("group")?.Text("words");
        var figures = Counted
            .Select(name => (Name: name, Words: Words.Figure(claim.Object(name))))
            .Where(figure => figure.Words is not null)
            .Select(figure => figure.Name == "casualties" ? $"{figure.Words} killed or injured" : $"{figure.Words} {figure.Name}");
        var objects = claim.List("objects").Select(item => $"{Words.Figure(item)} {item.Text("item")} {item.Text("effect")}".Trim());
        var all = string.Join(", ", figures.Concat(objects));
        return all.Length == 0 ? "" : group is null ? all : $"{all} ({group})";
    }

    private static Html SourceLink(string? id, IReadOnlyList<JsonElement> sources) =>
        sources.FirstOrDefault(source => id is not null && source.Text("id") == id) is { ValueKind: JsonValueKind.Object } source
            ? Html.Of($"""<a href="#{id}">{source.Text("publisher")}</a>""")
            : Html.Of($"not recorded");

    private static Html Quote(JsonElement? span) => span?.Text("quote") is { } quote ? Html.Of($"<blockquote dir=\"auto\">{quote}</blockquote>") : Html.Empty;
}
