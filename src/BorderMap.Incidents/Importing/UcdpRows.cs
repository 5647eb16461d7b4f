using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Incidents.Rules;

namespace BorderMap.Incidents.Importing;

/// <summary>Rows of UCDP's Georeferenced Event Dataset: an event is an incident with UCDP's figures as an estimate, never as claims.</summary>
internal sealed class UcdpRows(UcdpRelease release, ReadingPlan plan, ActorBook actors, PlaceFinder places)
{
    private const string Dataset = "UCDP";

    /// <summary>Leaves room for a sentence before them.</summary>
    private const int NotesMax = Limits.Notes - 200;

    /// <summary>Column names that tell a UCDP file.</summary>
    public static IReadOnlyList<string> Telling { get; } = ["type_of_violence", "where_prec", "date_prec", "side_a", "side_b", "best", "low", "high"];

    /// <summary>Columns without which a row cannot be read.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        ["id", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude", "date_prec", "date_start", "date_end", "best", "low", "high"];

    /// <summary>How UCDP writes dates.</summary>
    public static IReadOnlyList<string> Dates { get; } = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss"];

    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>
    {
        ["source_keys"] = "id",
        ["date.start"] = "date_start",
        ["date.end"] = "date_end",
        ["date"] = "date_start",
        ["places[].lon"] = "longitude",
        ["places[].lat"] = "latitude",
        ["places[].words"] = "where_coordinates",
        ["places[]"] = "longitude",
        ["actors"] = "side_a",
        ["estimates[].low"] = "low",
        ["estimates[].best"] = "best",
        ["estimates[].high"] = "high",
        ["estimates[].by_side"] = "deaths_a",
        ["estimates[]"] = "low, best, high",
        ["title"] = "where_coordinates",
        ["notes"] = "where_description",
    };

    private static readonly UcdpVocabulary Codes = UcdpVocabulary.Current;

    private readonly Source _dataset = new()
    {
        Id = Ids.From(Ids.Source, $"ucdp:{release.Family}"),
        Publisher = "Uppsala Conflict Data Program",
        Title = $"UCDP {(release.Family == "ged" ? "Georeferenced Event Dataset (GED)" : "Candidate Events Dataset")}. "
            + (release.Family == "ged" ? "Cite Sundberg & Melander 2013, doi:10.1177/0022343313484347" : "Cite Hegre, Croicu, Eck & Högbladh 2020, doi:10.1177/2053168020935257"),
        Url = "https://ucdp.uu.se/downloads/",
        Licence = new() { Name = "CC BY 4.0" },
        OwnReporting = false,
    };

    public ImportedRow Read(Cells cells)
    {
        if (IsElsewhere(cells))
            return new() { Line = cells.Line, IsElsewhere = true };
        var id = cells.Required("id");
        var where = cells.Code("where_prec", Codes.WherePrec) ?? new WherePrecision();
        cells.Code("type_of_violence", Codes.TypeOfViolence);
        var made = new List<Actor>();
        var articles = UcdpArticles.Read(cells.Text("source_article"), Codes.Compilations);
        var estimate = Estimate(cells);
        // Some events say more deaths at least than at most. Which of the figures is wrong is for a person to say.
        var isMuddled = estimate.Low > (estimate.Best ?? estimate.High) || estimate.Best > estimate.High;
        var incident = new Incident
        {
            Status = isMuddled ? IncidentStatus.Draft : plan.As ?? IncidentStatus.Draft,
            Title = "",
            Kind = KindCue.Agreed(Codes.Kinds, [.. articles.Select(article => article.Title ?? ""), cells.Text("source_headline") ?? ""]) ?? "violence_unspecified",
            CrossBorder = Codes.Countries.ContainsKey(cells.Text("gwnoa") ?? "") && Codes.Countries.ContainsKey(cells.Text("gwnob") ?? "") && cells.Text("gwnoa") != cells.Text("gwnob"),
            Date = Date(cells),
            Places = Place(cells, where) is { } place ? [place] : [],
            Actors = [.. Sides(cells, made)],
            Estimates = [isMuddled ? estimate with { Low = null, High = null } : estimate],
            Sources = [new(_dataset.Id), .. articles.Select(article => new SourceUse(article.Id))],
            Notes = isMuddled ? Muddled(estimate) + Notes(cells) : Notes(cells),
            SourceKeys = [$"ucdp-{release.Family}:{id}"],
        };
        incident = incident with { Title = Title(cells, where, incident.Kind) };
        return new()
        {
            Line = cells.Line,
            Incident = cells.Problems.Count == 0 ? incident : null,
            Actors = made,
            Sources = [_dataset, .. articles],
            DatasetId = _dataset.Id,
            Problems = cells.Problems,
            Basis = Basis(incident),
            Waits = isMuddled,
        };
    }

    private static bool IsElsewhere(Cells cells) => cells.Text("country_id") is { } country && !Codes.Countries.ContainsKey(country);

    /// <summary>An event that a newer release repeats has not changed: the release's name is not looked at.</summary>
    private static string Basis(Incident incident) => JsonSerializer.Serialize(incident with
    {
        Estimates = [.. incident.Estimates.Select(estimate => estimate with { Release = null })],
    }, IncidentJson.Options);

    private static IncidentDate Date(Cells cells)
    {
        cells.Required("date_start");
        var (start, end) = (cells.Day("date_start"), cells.Day("date_end"));
        end ??= start;
        var code = cells.Code("date_prec", Codes.DatePrec);
        var days = start is { } first && end is { } last ? last.DayNumber - first.DayNumber + 1 : 1;
        var precision = code is not null && Words.TryFind<DatePrecision>(code, out var coded) ? coded : DatePrecision.Unknown;
        // The dates are what is stored: a code that does not fit them gives way.
        var fits = precision switch
        {
            DatePrecision.Day => days == 1,
            DatePrecision.Week => days <= 7,
            DatePrecision.Month => days <= 31,
            _ => true,
        };
        return new() { Start = start, End = end, Precision = fits ? precision : DatePrecision.Range };
    }

    private IncidentPlace? Place(Cells cells, WherePrecision where)
    {
        cells.Required("latitude");
        cells.Required("longitude");
        var (lon, lat) = (cells.Degrees("longitude"), cells.Degrees("latitude"));
        if (where.Precision is not { } precision || lon is null || lat is null)
            return null;
        var unit = where.Region switch
        {
            PlaceKind.District => places.Region(PlaceKind.District, cells.Text("adm_2"), Joined(cells, "adm_1", "country"), lon.Value, lat.Value),
            PlaceKind.Province => places.Region(PlaceKind.Province, cells.Text("adm_1"), cells.Text("country"), lon.Value, lat.Value),
            PlaceKind.Country => places.Country(Codes.Countries.GetValueOrDefault(cells.Text("country_id") ?? "", "")),
            _ => null,
        };
        var words = cells.Text("where_coordinates") ?? cells.Text("where_description");
        return unit is not null
            ? new() { Place = unit.Id, Words = words, Precision = precision, RadiusM = (int)Math.Ceiling(unit.RadiusM), Source = _dataset.Id }
            : new() { Words = words, Lon = lon, Lat = lat, Precision = precision, RadiusM = where.RadiusM, Source = _dataset.Id };
    }

    private IEnumerable<IncidentActor> Sides(Cells cells, List<Actor> made)
    {
        var isOneSided = cells.Text("type_of_violence") == "3";
        var a = ActorOf(cells.Required("side_a"), made);
        var b = ActorOf(cells.Required("side_b"), made);
        yield return new() { Actor = a, Role = isOneSided ? ActorRole.Initiator : ActorRole.Party, Words = cells.Text("side_a") };
        if (b != a || isOneSided)
            yield return new() { Actor = b, Role = isOneSided ? ActorRole.Target : ActorRole.Party, Words = cells.Text("side_b") };
    }

    private string ActorOf(string name, List<Actor> made)
    {
        if (name.Length == 0)
            return "";
        var (id, fresh) = actors.Find(name, Codes.ActorOf(name));
        if (fresh is not null)
            made.Add(fresh);
        return id;
    }

    private Estimate Estimate(Cells cells)
    {
        var deaths = new Dictionary<string, int>();
        foreach (var (column, side) in (ReadOnlySpan<(string, string)>)[("deaths_a", cells.Text("side_a") ?? "side a"), ("deaths_b", cells.Text("side_b") ?? "side b"),
            ("deaths_civilians", "civilians"), ("deaths_unknown", "unknown")])
            if (cells.Whole(column) is { } count)
                deaths[side] = deaths.GetValueOrDefault(side) + count;
        return new()
        {
            By = Dataset,
            Release = release.Label,
            Low = cells.Whole("low"),
            Best = cells.Whole("best"),
            High = cells.Whole("high"),
            BySide = deaths,
            Source = _dataset.Id,
        };
    }

    private static string Title(Cells cells, WherePrecision where, string kind)
    {
        var what = kind == "violence_unspecified" ? $"Violence between {cells.Text("side_a")} and {cells.Text("side_b")}" : Kinds.Find(kind)!.Label;
        if (kind == "violence_unspecified" && cells.Text("type_of_violence") == "3")
            what = $"Violence of {cells.Text("side_a")} against {cells.Text("side_b")}";
        var spot = cells.Text("where_coordinates") ?? cells.Text("country") ?? "an unknown place";
        var unit = cells.Text("adm_2") ?? cells.Text("adm_1");
        var title = unit is null || unit == spot ? $"{what} {where.Preposition} {spot}" : $"{what} {where.Preposition} {spot}, {unit}";
        return OneLine(title, Limits.Title);
    }

    private static string Muddled(Estimate estimate) =>
        string.Create(CultureInfo.InvariantCulture, $"UCDP's figures contradict one another: low {estimate.Low}, best {estimate.Best}, high {estimate.High}. Only the best is taken. ");

    private static string Notes(Cells cells)
    {
        var notes = string.Create(CultureInfo.InvariantCulture, $"UCDP event {cells.Text("id")} ({cells.Text("relid")}), {Codes.TypeOfViolence.GetValueOrDefault(cells.Text("type_of_violence") ?? "", "")} violence, "
            + $"dyad {cells.Text("dyad_name")}, place precision {cells.Text("where_prec")}, date precision {cells.Text("date_prec")}, clarity {cells.Text("event_clarity")}. "
            + $"Where: {cells.Text("where_description")}. Sources as UCDP lists them: {cells.Text("source_article")}. Original source: {cells.Text("source_original")}.");
        return notes.Length > NotesMax ? notes[..NotesMax] : notes;
    }

    private static string? Joined(Cells cells, params string[] columns) =>
        string.Join(", ", columns.Select(cells.Text).OfType<string>()) is { Length: > 0 } joined ? joined : null;

    private static string OneLine(string text, int max)
    {
        var line = string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length > max ? line[..(max - 1)] + "…" : line;
    }
}
