using System.Text.Json;

namespace BorderMap.Web.Pages;

/// <summary>The claims of an incident: a table of who says what of the same question, and each claimant's own words.</summary>
internal sealed class ClaimsPart(PageText text)
{
    private readonly Words words = new(text);

    public Html Of(IReadOnlyList<JsonElement> claims, IReadOnlyList<JsonElement> sources)
    {
        if (claims.Count == 0)
        {
            return Html.Of($"<p>{text["claims.none"]}</p>");
        }
        var comparisons = ClaimComparison.Of(claims, words);
        var claimants = claims.GroupBy(words.Claimant).ToList();
        return Html.Of($"""
            {(claimants.Count > 1 ? Table(comparisons, [.. claimants.Select(group => group.Key)], claims) : Html.Empty)}
            <div class="claimants">{claimants.Select(group => Html.Of($"<section class=\"claimant\"><h3>{text.Data(group.Key)}</h3><ul>{group.Select(claim => Claim(claim, claims, comparisons, sources))}</ul></section>"))}</div>
            """);
    }

    private Html Table(IReadOnlyList<ClaimComparison> comparisons, IReadOnlyList<string> claimants, IReadOnlyList<JsonElement> all) => Html.Of($"""
        <div class="wide" role="region" aria-label="{text["claims.table"]}" tabindex="0"><table class="compare">
        <thead><tr><th scope="col">{text["claims.question"]}</th>{claimants.Select(name => Html.Of($"<th scope=\"col\">{text.Apart(name)}</th>"))}</tr></thead>
        <tbody>{comparisons.Select(comparison => Row(comparison, claimants, all))}</tbody>
        </table></div>
        """);

    private Html Row(ClaimComparison comparison, IReadOnlyList<string> claimants, IReadOnlyList<JsonElement> all) => Html.Of($"""
        <tr><th scope="row">{comparison.Question}{(comparison.Contradicts(all) ? Html.Of($" <span class=\"tag\">{text["claims.contradict"]}</span>") : Html.Empty)}</th>
        {claimants.Select(name => Html.Of($"<td>{comparison.Claims.Where(claim => words.Claimant(claim) == name).Select(claim => Cell(claim, comparison, all))}</td>"))}</tr>
        """);

    private Html Cell(JsonElement claim, ClaimComparison comparison, IReadOnlyList<JsonElement> all)
    {
        var figure = comparison.Measure is { } measure ? words.Figure(claim.Object(measure)) ?? claim.Object(measure)?.Text("words") : null;
        var denies = claim.Text("stance") == "denies";
        var said = (denies, figure) switch { (true, null) => text["cell.denies"], (true, _) => text.Say("cell.denies.figure", ("figure", figure!)), (false, null) => text["cell.says"], _ => figure };
        return Html.Of($"<p{(ClaimComparison.SuccessorOf(claim, all) is null ? Html.Empty : Html.Of($" class=\"replaced\""))}>{said}</p>");
    }

    private Html Claim(JsonElement claim, IReadOnlyList<JsonElement> all, IReadOnlyList<ClaimComparison> comparisons, IReadOnlyList<JsonElement> sources) => Html.Of($"""
        <li><p>{words.About(claim)}{Speaker(claim)}: {Figures(claim)} {text.Data(claim.Text("words"))}</p>
        {Quote(claim.Object("span"))}
        {Against(claim, all, comparisons)}
        <p class="quiet">{string.Join(" · ", Standing(claim, all).Where(said => said.Length > 0))}{text["claims.source"]}{SourceLink(claim.Text("source"), sources)}</p></li>
        """);

    private Html Against(JsonElement claim, IReadOnlyList<JsonElement> all, IReadOnlyList<ClaimComparison> comparisons)
    {
        var against = ClaimComparison.Against(claim, comparisons, all, words);
        return against.Length == 0 ? Html.Empty : Html.Of($"<p class=\"tag\">{against}</p>");
    }

    private IEnumerable<string> Standing(JsonElement claim, IReadOnlyList<JsonElement> all)
    {
        if (ClaimComparison.SuccessorOf(claim, all) is { } successor)
        {
            yield return successor.Text("said_on") is { } then ? text.Say("claims.replaced.on", ("date", text.Day(then))) : text["claims.replaced"];
        }
        yield return words.Standing(claim.Text("standing"));
        if (claim.Text("part") == "breakdown")
        {
            yield return text["claims.breakdown"];
        }
        if (claim.Text("said_on") is { } day)
        {
            yield return text.Say("claims.said", ("date", text.Day(day)));
        }
        if (claim.Object("period") is { } period)
        {
            yield return text.Say("claims.for", ("what", words.Days(period.Text("start"), period.Text("end"))));
        }
        if (claim.List("place_names") is { Count: > 0 } places)
        {
            yield return text.Say("claims.for", ("what", string.Join(text["list.comma"], places.Select(place => text.Isolated(place.ToString())))));
        }
    }

    private string Speaker(JsonElement claim) => claim.Text("speaker") is { } speaker ? $" ({text.Isolated(speaker)})" : "";

    private string Figures(JsonElement claim)
    {
        var group = words.Group(claim.Object("group"));
        var figures = Words.Measures
            .Select(name => (Name: name, Words: words.Figure(claim.Object(name))))
            .Where(figure => figure.Words is not null)
            .Select(figure => text.Say($"counted.{figure.Name}", ("n", figure.Words!)));
        var objects = claim.List("objects").Select(item => $"{words.Figure(item)} {item.Text("item")} {item.Text("effect")}".Trim());
        var all = string.Join(text["list.comma"], figures.Concat(objects));
        return all.Length == 0 ? "" : group is null ? all : $"{all} ({group})";
    }

    private Html SourceLink(string? id, IReadOnlyList<JsonElement> sources) =>
        sources.FirstOrDefault(source => id is not null && source.Text("id") == id) is { ValueKind: JsonValueKind.Object } source
            ? Html.Of($"""<a href="#{id}">{text.Data(source.Text("publisher"))}</a>""")
            : Html.Of($"{text["notrecorded"]}");

    private Html Quote(JsonElement? span) => span?.Text("quote") is { } quote ? Html.Of($"<blockquote dir=\"auto\">{text.Data(quote)}</blockquote>") : Html.Empty;
}
