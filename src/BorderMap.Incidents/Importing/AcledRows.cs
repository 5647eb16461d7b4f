using BorderMap.Incidents.Model;
using BorderMap.Incidents.Rules;

namespace BorderMap.Incidents.Importing;

/// <summary>
/// Rows of ACLED's export. All that they say rests on a source that may be neither shown nor passed on: such an incident has no public row,
/// and where an editor adds other sources, ACLED's place and figure stay behind.
/// </summary>
internal sealed class AcledRows(ReadingPlan plan, ActorBook actors)
{
    /// <summary>Column names that tell an ACLED file.</summary>
    public static IReadOnlyList<string> Telling { get; } = ["event_id_cnty", "event_date", "sub_event_type", "actor1", "geo_precision", "fatalities"];

    /// <summary>Columns without which a row cannot be read.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        ["event_id_cnty", "event_date", "time_precision", "sub_event_type", "actor1", "location", "latitude", "longitude", "geo_precision", "fatalities"];

    /// <summary>How ACLED writes dates, by export and year.</summary>
    public static IReadOnlyList<string> Dates { get; } = ["yyyy-MM-dd", "dd MMMM yyyy", "d MMMM yyyy", "dd-MMMM-yyyy", "dd-MMM-yyyy", "dd MMM yyyy"];

    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>
    {
        ["source_keys"] = "event_id_cnty",
        ["date"] = "event_date",
        ["places[].lon"] = "longitude",
        ["places[].lat"] = "latitude",
        ["places[]"] = "location",
        ["actors"] = "actor1",
        ["estimates[]"] = "fatalities",
        ["title"] = "location",
        ["notes"] = "notes",
    };

    /// <summary>The one source of all rows. Its licence keeps them private.</summary>
    public static Source Dataset { get; } = new()
    {
        Id = Ids.From(Ids.Source, "acled"),
        Publisher = "ACLED",
        Title = "Armed Conflict Location & Event Data",
        Url = "https://acleddata.com/",
        Licence = new() { Display = false, Derive = false, Redistribute = false, Name = "ACLED terms of use" },
        OwnReporting = false,
    };

    private static readonly AcledVocabulary Codes = AcledVocabulary.Current;

    public ImportedRow Read(Cells cells)
    {
        if (cells.Text("iso") is { } iso && !Codes.Countries.ContainsKey(iso))
            return new() { Line = cells.Line, IsElsewhere = true };
        var id = cells.Required("event_id_cnty");
        var where = cells.Code("geo_precision", Codes.GeoPrecision) ?? new WherePrecision();
        var made = new List<Actor>();
        var kind = Kind(cells);
        var incident = new Incident
        {
            Status = plan.As ?? IncidentStatus.Draft,
            Title = Title(cells, where, kind),
            Kind = kind,
            Date = Date(cells),
            Places = Place(cells, where) is { } place ? [place] : [],
            Actors = [.. Parties(cells, made)],
            Estimates = cells.Whole("fatalities") is { } deaths ? [new() { By = Dataset.Publisher, Best = deaths, Source = Dataset.Id }] : [],
            Sources = [new(Dataset.Id)],
            Notes = Notes(cells),
            SourceKeys = [$"acled:{id}"],
        };
        return new()
        {
            Line = cells.Line,
            Incident = cells.Problems.Count == 0 ? incident : null,
            Actors = made,
            Sources = [Dataset],
            DatasetId = Dataset.Id,
            Problems = cells.Problems,
        };
    }

    private static string Kind(Cells cells)
    {
        var type = cells.Required("sub_event_type");
        if (!Codes.SubEventTypes.TryGetValue(type.ToLowerInvariant(), out var kind))
        {
            if (type.Length > 0)
                cells.Add("unknown-code", "sub_event_type", type, $"'{Problems.Shorten(type)}' is no sub-event type of ACLED's codebook.", $"Sub-event types are {string.Join(", ", Codes.SubEventTypes.Keys)}.");
            return "other";
        }
        var told = new[] { $"{cells.Text("notes")} {cells.Text("tags")}" };
        return Codes.Cues.TryGetValue(kind, out var cues) ? KindCue.Agreed(cues, told) ?? kind : kind;
    }

    private static IncidentDate Date(Cells cells)
    {
        cells.Required("event_date");
        var day = cells.Day("event_date");
        var code = cells.Code("time_precision", Codes.TimePrecision) ?? "day";
        Words.TryFind<DatePrecision>(code, out var precision);
        // A week or month is coded by a day within it: three days to either side, or the whole month.
        return (day, precision) switch
        {
            (null, _) => new(),
            ({ } middle, DatePrecision.Week) => new() { Start = middle.AddDays(-3), End = middle.AddDays(3), Precision = precision },
            ({ } any, DatePrecision.Month) => new() { Start = new(any.Year, any.Month, 1), End = new DateOnly(any.Year, any.Month, 1).AddMonths(1).AddDays(-1), Precision = precision },
            _ => new() { Start = day, End = day, Precision = DatePrecision.Day },
        };
    }

    private static IncidentPlace? Place(Cells cells, WherePrecision where)
    {
        cells.Required("latitude");
        cells.Required("longitude");
        var (lon, lat) = (cells.Degrees("longitude"), cells.Degrees("latitude"));
        return where.Precision is { } precision && lon is not null && lat is not null
            ? new() { Words = cells.Text("location"), Lon = lon, Lat = lat, Precision = precision, RadiusM = where.RadiusM, Source = Dataset.Id }
            : null;
    }

    // ACLED's first and second actor say nothing of who began.
    private IEnumerable<IncidentActor> Parties(Cells cells, List<Actor> made)
    {
        var seen = new HashSet<string>();
        foreach (var (column, inter) in new[] { ("actor1", "inter1"), ("actor2", "inter2") })
        {
            if (cells.Text(column) is not { } name || name.Length > Limits.Name)
                continue;
            var kind = Codes.Inter.GetValueOrDefault((cells.Text(inter) ?? "").ToLowerInvariant(), ActorKind.Unknown);
            var (id, fresh) = actors.Find(name);
            if (fresh is not null)
                made.Add(fresh with { Kind = kind });
            if (seen.Add(id))
                yield return new() { Actor = id, Role = ActorRole.Party, Words = name };
        }
    }

    private static string Title(Cells cells, WherePrecision where, string kind)
    {
        var spot = string.Join(", ", new[] { cells.Text("location"), cells.Text("admin2") }.OfType<string>().Distinct());
        var title = $"{(kind is "other" or "violence_unspecified" ? cells.Text("sub_event_type") : Kinds.Find(kind)!.Label)} {where.Preposition} {spot}";
        return title.Length > Limits.Title ? title[..Limits.Title] : title;
    }

    private static string Notes(Cells cells)
    {
        var notes = $"ACLED event {cells.Text("event_id_cnty")}: {cells.Text("event_type")} / {cells.Text("sub_event_type")}, place precision {cells.Text("geo_precision")}, "
            + $"date precision {cells.Text("time_precision")}. Source: {cells.Text("source")}. {cells.Text("notes")}";
        return notes.Length > Limits.Notes ? notes[..Limits.Notes] : notes;
    }
}
