using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.Web.Pages;

/// <summary>Dates, places, figures and ranges in words, so that nothing reads more exact than it is known.</summary>
internal sealed class Words(PageText text)
{
    /// <summary>The members of a claim that hold a figure.</summary>
    public static readonly string[] Measures = ["killed", "injured", "missing", "captured", "casualties"];

    private static readonly string[] Known = ["week", "month", "year", "approx", "range"];

    public string Kind(string? kind) => kind is null ? "" : Kinds.Find(kind) is { } found ? text.Label(found.Labels, found.Label) : kind;

    public string Family(KindFamily family) => text.Label(family.Labels, family.Label);

    /// <summary>The words of the public document for a harmed group, made again in the language.</summary>
    public string? Group(JsonElement? group) => (group?.Text("category"), group?.Text("side")) switch
    {
        (null, _) => group?.Text("label") ?? group?.Text("words"),
        _ when text.IsEnglish => group?.Text("label") ?? group?.Text("words"),
        ({ } category, var side) => string.Join(text["list.comma"], new[] { CategoryOf(category), SideOf(side) }.OfType<string>()),
    };

    /// <summary>"2025-10-11 to 2025-10-12 (a range)".</summary>
    public string Date(JsonElement? date)
    {
        if (date is not { } known)
        {
            return text["date.none"];
        }
        var (start, end) = (known.Text("start"), known.Text("end"));
        var span = (start, end) switch
        {
            (null, null) => text["date.none"],
            (null, _) => text.Say("date.until", ("date", text.Day(end))),
            (_, null) => text.Say("date.from", ("date", text.Day(start))),
            _ => start == end ? text.Day(start) : text.Say("date.span", ("from", text.Day(start)), ("to", text.Day(end))),
        };
        var precision = known.Text("precision") is { } word && Known.Contains(word) ? text[$"date.{word}"] : "";
        return span + precision + (known.Text("time") is { } time ? text["list.comma"] + text.Digits(time) : "") + Solar(start, end);
    }

    /// <summary>"known to the district, within 25 km".</summary>
    public string Precision(string? precision, int? radiusM)
    {
        var words = precision is "exact" or "near" or "locality" or "district" or "province" or "country" ? text[$"precision.{precision}"] : text["precision.none"];
        return radiusM switch
        {
            > 0 and < 1000 => text.Say("within.m", ("words", words), ("n", text.Digits($"{radiusM}"))),
            >= 1000 and { } metres => text.Say("within.km", ("words", words), ("n", text.Digits($"{Math.Round(metres / 1000.0, metres < 10_000 ? 1 : 0)}"))),
            _ => words,
        };
    }

    /// <summary>"at least 3", "3 to 5", "up to 5", "3"; null where nothing is claimed.</summary>
    public string? Figure(JsonElement? figure) => (figure?.Number("min"), figure?.Number("max")) switch
    {
        (null, null) => null,
        (null, { } most) => text.Say("figure.upto", ("n", text.Digits($"{most}"))),
        ({ } least, null) => text.Say("figure.atleast", ("n", text.Digits($"{least}"))),
        ({ } least, { } most) => Between((long)least, (long)most),
    };

    /// <summary>Ranges of several incidents together: "207 to 233", and "or more" where one of them is open.</summary>
    public string Sum(long low, long high, bool isOpen) => !isOpen ? Between(low, high)
        : low == high ? text.Say("figure.atleast", ("n", text.Digits($"{low}"))) : text.Say("figure.open", ("range", Between(low, high)));

    private string Between(long low, long high) => low == high ? text.Digits($"{low}") : text.Say("figure.between", ("low", text.Digits($"{low}")), ("high", text.Digits($"{high}")));

    public string Side(string? side) => side is "AF" or "PK" or "straddles" ? text[$"side.{side}"] : text["side.none"];

    public string Standing(string? standing) => standing is "admitted" or "disputed" or "single" ? text[$"standing.{standing}"] : "";

    public string About(JsonElement claim)
    {
        var says = claim.Text("stance") == "denies" ? "denies" : "says";
        return text[$"{says}.{(claim.Text("about") is "occurrence" or "author" or "target" ? claim.Text("about") : "toll")}"];
    }

    /// <summary>What the public document calls who claims; null: the source in its own voice.</summary>
    public static string? ClaimantOf(JsonElement claim) => claim.Text("claimant_name") ?? claim.Text("claimant");

    public string Claimant(JsonElement claim) => ClaimantOf(claim) ?? text["claims.itself"];

    /// <summary>"Killed: soldiers of Pakistan".</summary>
    public string Question(string about, string? measure, string? group)
    {
        var what = text[measure is null ? $"question.{(about is "occurrence" or "author" or "target" or "objects" ? about : "toll")}" : $"question.{measure}"];
        return group is null ? what : $"{what}: {text.Isolated(group)}";
    }

    /// <summary>"denied by A; disputed by the figure of B, C".</summary>
    public string Against(IEnumerable<IGrouping<string, string?>> ways) => string.Join(text["list.semicolon"], ways.Select(way =>
        text.Say($"against.{way.Key}", ("names", string.Join(text["list.comma"], way.Select(name => text.Isolated(name ?? text["claims.itself"])))))));

    /// <summary>"2025-10-11 to 2025-10-15", an open end as "…".</summary>
    public string Days(string? start, string? end) => start == end
        ? start is null ? text["date.none"] : text.Day(start)
        : text.Say("date.span", ("from", start is null ? "…" : text.Day(start)), ("to", end is null ? "…" : text.Day(end)));

    private string Solar(string? start, string? end) =>
        string.Join(" – ", new[] { start, end }.Distinct().Select(text.SolarDay).OfType<string>()) is { Length: > 0 } days ? $" · {days}" : "";

    private string CategoryOf(string category) => Groups.Find(category) is { } found ? text.Label(found.Labels, found.Label) : category;

    private string? SideOf(string? side) => Groups.Sides.FirstOrDefault(one => one.Side == side) is { } found ? text.Label(found.Labels, found.Label) : null;
}
