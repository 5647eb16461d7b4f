using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Incidents.Rules;

namespace BorderMap.Incidents.Importing;

/// <summary>One incident from its rows of the template.</summary>
internal sealed class TemplateIncident(ReadingPlan plan, ActorBook actors, PlaceFinder places)
{
    private readonly List<Actor> _actors = [];
    private readonly List<Source> _sources = [];
    private readonly List<Episode> _episodes = [];
    private readonly List<IncidentPlace> _places = [];
    private readonly List<IncidentActor> _parts = [];
    private readonly List<Claim> _claims = [];
    private readonly List<Estimate> _estimates = [];
    private readonly List<string> _notes = [];

    public ImportedRow Make(IReadOnlyList<Cells> rows)
    {
        var first = rows[0];
        var key = plan.Mapping?.KeyPrefix + first.Required("source_key");
        foreach (var row in rows)
            Add(row, key);
        foreach (var row in rows.Skip(1))
            CheckSame(first, row);
        var kind = first.Required("kind");
        var date = Date(first);
        var incident = new Incident
        {
            Status = _notes.Count > 0 ? IncidentStatus.Draft : Status(first),
            Title = first.Text("title") ?? Title(kind, date, rows),
            Kind = kind,
            CrossBorder = first.Switch("cross_border") ?? false,
            Date = date,
            Places = _places,
            Actors = _parts,
            Episode = EpisodeOf(first),
            Claims = _claims,
            Estimates = _estimates,
            Sources = [.. _sources.Select(source => new SourceUse(source.Id))],
            Sensitivity = Sensitivity(first),
            Notes = string.Join('\n', [.. first.Has("notes") ? new[] { first.Text("notes") } : [], .. _notes]) is { Length: > 0 } notes ? notes : null,
            SourceKeys = [key],
        };
        var problems = rows.SelectMany(row => row.Problems.Select(problem => row.Line == first.Line ? problem : problem with { Field = $"{problem.Field} (line {row.Line})" })).ToList();
        return new()
        {
            Line = first.Line,
            Incident = problems.Count == 0 ? incident : null,
            Actors = _actors,
            Sources = problems.Count == 0 ? _sources : [],
            Episodes = problems.Count == 0 ? _episodes : [],
            Problems = problems,
            Waits = _notes.Count > 0,
        };
    }

    private void Add(Cells row, string key)
    {
        var source = Source(row);
        if (source is not null && _sources.All(other => other.Id != source.Id))
            _sources.Add(source);
        AddPlace(row, source?.Id);
        foreach (var (field, role) in new[] { ("party", ActorRole.Party), ("initiator", ActorRole.Initiator), ("target", ActorRole.Target), ("accused", ActorRole.Accused) })
            foreach (var name in row.List(field))
                AddActor(row, field, name, role);
        if (Claim(row, source?.Id) is { } claim && _claims.All(other => other with { Id = "" } != claim))
            _claims.Add(claim with { Id = Ids.From(Ids.Claim, $"{key}\n{_claims.Count}") });
        AddEstimate(row, source?.Id);
    }

    private IncidentStatus Status(Cells row)
    {
        var said = row.Word<IncidentStatus>("status");
        if (said == IncidentStatus.Retracted)
            row.Add("unknown-status", "status", row.Text("status"), "An import retracts nothing.", "Write draft or published, and let an editor retract.");
        return said ?? plan.As ?? IncidentStatus.Draft;
    }

    private static IncidentDate Date(Cells row)
    {
        var (start, end) = (row.Day("date_start"), row.Day("date_end"));
        var precision = row.Word<DatePrecision>("date_precision");
        if (precision is null or DatePrecision.Day)
            end ??= start;
        return new()
        {
            Start = start,
            End = end,
            Precision = precision ?? (start is null && end is null ? DatePrecision.Unknown : start == end ? DatePrecision.Day : DatePrecision.Range),
            Time = row.Text("time"),
            Words = row.Text("date_words"),
        };
    }

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz"];

    private static Sensitivity Sensitivity(Cells row)
    {
        DateTimeOffset? from = null;
        if (row.Text("public_from") is { } text)
        {
            if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                from = instant;
            else
                row.Add("not-an-instant", "public_from", text, $"{row.Column("public_from")} is no instant.", "Write it with its offset, such as 2025-12-01T00:00:00Z.");
        }
        return new() { PublicFrom = from, ShowAs = row.Word<ShowAs>("show_as") ?? ShowAs.Full };
    }

    private string? EpisodeOf(Cells row)
    {
        if (row.Text("episode") is not { } said || Ids.Is(Ids.Episode, said))
            return row.Text("episode");
        var episode = new Episode { Id = Ids.From(Ids.Episode, $"title:{ActorBook.Fold(said)}"), Title = said };
        if (said.Length > Limits.Title)
            row.Add("too-long", "episode", said, $"{row.Column("episode")} has {said.Length} characters.", $"Write at most {Limits.Title}.");
        _episodes.Add(episode);
        return episode.Id;
    }

    private void AddPlace(Cells row, string? source)
    {
        var (lon, lat, words, id) = (row.Degrees("lon"), row.Degrees("lat"), row.Text("place"), row.Text("place_id"));
        var (precision, radius, role) = (row.Word<PlacePrecision>("precision"), row.Whole("radius_m"), row.Word<PlaceRole>("place_role") ?? PlaceRole.Scene);
        if (lon is null && lat is null && words is null && id is null)
            return;
        if (lon is not null || lat is not null)
        {
            if (!row.Has("precision") && !row.Has("radius_m"))
                row.Add("missing", "precision", null, "There are coordinates, but not how well they are known.", $"Write {string.Join(", ", Words.All<PlacePrecision>())}, or radius_m; a mapping can say it for all rows under \"constants\".");
            Put(new()
            {
                Place = id,
                Words = words,
                Role = role,
                Lon = lon,
                Lat = lat,
                Precision = precision ?? CoordinatePrecision.OfRadius(radius ?? 0),
                RadiusM = radius ?? CoordinatePrecision.RadiusOf(precision ?? PlacePrecision.Country),
                Source = source,
            });
        }
        else if (id is not null)
            Put(new() { Place = id, Words = words, Role = role, Precision = precision ?? places.PrecisionOf(id), RadiusM = radius, Source = source });
        else
        {
            var found = places.ByName(words!, row.Text("place_context"));
            if (found.Place is { } place)
                Put(place with { Role = role, Precision = precision > place.Precision ? precision.Value : place.Precision, RadiusM = radius ?? place.RadiusM, Source = source });
            else if (!_notes.Contains(found.Note!))
                _notes.Add(found.Note!);
        }
    }

    private void Put(IncidentPlace place)
    {
        if (_places.All(other => other with { Source = null } != place with { Source = null }))
            _places.Add(place);
    }

    private void AddActor(Cells row, string field, string name, ActorRole role)
    {
        if (ActorOf(row, field, name) is { } id && !_parts.Any(part => part.Actor == id && part.Role == role))
            _parts.Add(new() { Actor = id, Role = role, Words = id == name ? null : name });
    }

    private string? ActorOf(Cells row, string field, string name)
    {
        if (name.Length > Limits.Name || name.AsSpan().IndexOfAny(TextRules.Refused) >= 0 || name.AsSpan().IndexOfAny("\r\n\t") >= 0)
        {
            row.Add("bad-name", field, name, $"{row.Column(field)} holds a name that cannot be one.", $"Write at most {Limits.Name} characters in one line.");
            return null;
        }
        var (id, fresh) = actors.Find(name);
        if (fresh is not null)
            _actors.Add(fresh);
        return id;
    }

    private static Source? Source(Cells row)
    {
        var (publisher, title, url) = (row.Text("publisher"), row.Text("source_title"), row.Text("source_url"));
        if (publisher is null && title is null && url is null)
            return null;
        var published = row.Day("source_published");
        var source = new Source
        {
            Id = Ids.From(Ids.Source, url is not null ? $"url:{url}" : $"article:{publisher}\n{published:yyyy-MM-dd}\n{title}"),
            Publisher = publisher ?? "",
            Origin = row.Text("source_origin"),
            Title = title,
            Url = url,
            Published = published,
            Retrieved = row.Day("source_retrieved"),
        };
        foreach (var problem in Validation.Check(source))
            row.Add(problem.Code, SourceFields.GetValueOrDefault(problem.Field, "publisher"), problem.Value, problem.Message, problem.Fix);
        return source;
    }

    private static readonly Dictionary<string, string> SourceFields = new()
    {
        ["publisher"] = "publisher",
        ["origin"] = "source_origin",
        ["title"] = "source_title",
        ["url"] = "source_url",
        ["published"] = "source_published",
        ["retrieved"] = "source_retrieved",
    };

    private Claim? Claim(Cells row, string? source)
    {
        Figure? FigureOf(string field)
        {
            if (row.Text(field) is not { } text)
                return null;
            if (FigureText.Read(text) is { } figure)
                return figure;
            row.Add("not-a-figure", field, text, $"{row.Column(field)} is no number of people.", "Write 5, 5-7, or 5+ for \"at least 5\".");
            return null;
        }

        var (killed, injured, missing, captured, casualties) = (FigureOf("killed"), FigureOf("injured"), FigureOf("missing"), FigureOf("captured"), FigureOf("casualties"));
        var hasFigure = killed is not null || injured is not null || missing is not null || captured is not null || casualties is not null;
        var (about, stance, words) = (row.Word<ClaimAbout>("about"), row.Word<Stance>("stance"), row.Text("claim_words"));
        if (!hasFigure && about is null && words is null && stance is null)
            return null;
        var (side, group) = (row.Text("side"), row.Text("group"));
        return new()
        {
            About = about ?? (hasFigure ? ClaimAbout.Toll : ClaimAbout.Occurrence),
            Claimant = row.Text("claimant") is { } claimant ? ActorOf(row, "claimant", claimant) : null,
            Stance = stance ?? Stance.Asserts,
            Group = hasFigure || side is not null || group is not null ? new(side, group ?? "all") : null,
            Part = row.Word<ClaimPart>("part") ?? ClaimPart.Total,
            Killed = killed,
            Injured = injured,
            Missing = missing,
            Captured = captured,
            Casualties = casualties,
            Words = words,
            SaidOn = row.Day("said_on"),
            Source = source,
            Span = row.Text("quote") is { } quote ? new(quote) : null,
        };
    }

    private void AddEstimate(Cells row, string? source)
    {
        var (low, best, high) = (row.Whole("estimate_low"), row.Whole("estimate_best"), row.Whole("estimate_high"));
        if (low is null && best is null && high is null)
            return;
        var estimate = new Estimate { By = row.Required("estimate_by"), Release = row.Text("estimate_release"), Low = low, Best = best, High = high, Source = source };
        if (_estimates.All(other => (other.By, other.Release, other.Low, other.Best, other.High) != (estimate.By, estimate.Release, estimate.Low, estimate.Best, estimate.High)))
            _estimates.Add(estimate);
    }

    /// <summary>What belongs to the incident as a whole is said by its first row; further rows repeat it or leave it out.</summary>
    private static void CheckSame(Cells first, Cells row)
    {
        foreach (var field in ImportFields.All.Where(field => field.Of == "incident" && row.Has(field.Name) && row.Text(field.Name) != first.Text(field.Name)))
            row.Add("differs", field.Name, row.Text(field.Name), $"{row.Column(field.Name)} differs from line {first.Line}, which has the same {first.Column("source_key")}.", "Leave it out in further rows of an incident, or give the row a key of its own.");
    }

    private static string Title(string kind, IncidentDate date, IReadOnlyList<Cells> rows)
    {
        var title = Kinds.Find(kind)?.Label ?? kind;
        if (rows.Select(row => row.Text("place")).OfType<string>().FirstOrDefault() is { } place)
            title += $", {place}";
        title = (date.Start ?? date.End) is { } day ? $"{title}, {day:yyyy-MM-dd}" : title;
        return title.Length > Limits.Title ? title[..Limits.Title] : title;
    }
}
