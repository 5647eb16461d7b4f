using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>Writes incidents as the CSV template has them (RFC 4180, UTF-8 with BOM): what <see cref="ImportReader"/> reads back.</summary>
public static class TemplateWriter
{
    /// <summary>The byte order mark and the header line.</summary>
    public static string Header { get; } = "\uFEFF" + Line(ImportFields.All.Select(column => column.Name));

    /// <summary>The data dictionary: a row a column of the template, with the words it may hold.</summary>
    public static string Dictionary() => "\uFEFF" + Line(["column", "says", "required", "several", "about", "allowed"])
        + string.Concat(ImportFields.All.Select(column => Line([column.Name, column.Of, column.Required ? "yes" : "no", column.IsList ? "yes" : "no", column.About, string.Join("; ", column.Allowed)])));

    /// <summary>The rows of one incident: the first says what belongs to it as a whole, the others add to it.</summary>
    /// <param name="incident">With at least one source key; what the template has no column for is left out.</param>
    /// <param name="sources">At least the sources it uses, by id.</param>
    public static string Rows(Incident incident, IReadOnlyDictionary<string, Source> sources)
    {
        var rows = new List<Row>();
        foreach (var use in incident.Sources)
            rows.Add(new(use.Source));
        foreach (var place in incident.Places)
            RowFor(place.Source, row => row.Place is null).Place = place;
        foreach (var claim in incident.Claims)
            RowFor(claim.Source, row => row.Claim is null).Claim = claim;
        foreach (var estimate in incident.Estimates)
            RowFor(estimate.Source, row => row.Estimate is null).Estimate = estimate;
        if (rows.Count == 0)
            rows.Add(new(null));
        return string.Concat(rows.Select((row, i) => Line(Cells(incident, row, i == 0, sources))));

        Row RowFor(string? source, Func<Row, bool> isFree)
        {
            if (rows.Find(row => row.Source == source && isFree(row)) is { } found)
                return found;
            rows.Add(new(source));
            return rows[^1];
        }
    }

    private sealed record Row(string? Source)
    {
        public IncidentPlace? Place { get; set; }
        public Claim? Claim { get; set; }
        public Estimate? Estimate { get; set; }
    }

    private static IEnumerable<string?> Cells(Incident incident, Row row, bool isFirst, IReadOnlyDictionary<string, Source> sources)
    {
        var cells = new Dictionary<string, string?> { ["source_key"] = incident.SourceKeys[0] };
        if (isFirst)
            AddIncident(cells, incident);
        AddPlace(cells, row.Place);
        AddClaim(cells, row.Claim);
        if (row.Source is { } id && sources.TryGetValue(id, out var source))
            AddSource(cells, source);
        if (row.Estimate is { } estimate)
            (cells["estimate_by"], cells["estimate_release"], cells["estimate_low"], cells["estimate_best"], cells["estimate_high"]) =
                (estimate.By, estimate.Release, $"{estimate.Low}", $"{estimate.Best}", $"{estimate.High}");
        return ImportFields.All.Select(column => cells.GetValueOrDefault(column.Name));
    }

    private static void AddIncident(Dictionary<string, string?> cells, Incident incident)
    {
        cells["title"] = incident.Title;
        cells["kind"] = incident.Kind;
        cells["status"] = Words.Of(incident.Status);
        cells["cross_border"] = incident.CrossBorder ? "yes" : "no";
        cells["date_start"] = $"{incident.Date.Start:yyyy-MM-dd}";
        cells["date_end"] = $"{incident.Date.End:yyyy-MM-dd}";
        cells["date_precision"] = Words.Of(incident.Date.Precision);
        (cells["time"], cells["date_words"], cells["episode"], cells["notes"]) = (incident.Date.Time, incident.Date.Words, incident.Episode, incident.Notes);
        cells["public_from"] = incident.Sensitivity.PublicFrom is { } from ? from.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") : null;
        cells["show_as"] = incident.Sensitivity.ShowAs == ShowAs.Full ? null : Words.Of(incident.Sensitivity.ShowAs);
        foreach (var (column, role) in new[] { ("party", ActorRole.Party), ("initiator", ActorRole.Initiator), ("target", ActorRole.Target), ("accused", ActorRole.Accused) })
            cells[column] = string.Join("; ", incident.Actors.Where(part => part.Role == role).Select(part => part.Actor));
    }

    private static void AddPlace(Dictionary<string, string?> cells, IncidentPlace? place)
    {
        if (place is null)
            return;
        (cells["place"], cells["place_id"], cells["lon"], cells["lat"]) = (place.Words, place.Place, $"{place.Lon}", $"{place.Lat}");
        (cells["precision"], cells["radius_m"], cells["place_role"]) = (Words.Of(place.Precision), $"{place.RadiusM}", Words.Of(place.Role));
    }

    private static void AddClaim(Dictionary<string, string?> cells, Claim? claim)
    {
        if (claim is null)
            return;
        (cells["claimant"], cells["about"], cells["stance"], cells["part"]) = (claim.Claimant, Words.Of(claim.About), Words.Of(claim.Stance), Words.Of(claim.Part));
        (cells["side"], cells["group"], cells["claim_words"], cells["said_on"], cells["quote"]) =
            (claim.Group?.Side, claim.Group?.Category, claim.Words, $"{claim.SaidOn:yyyy-MM-dd}", claim.Span?.Quote);
        foreach (var (column, figure) in new[] { ("killed", claim.Killed), ("injured", claim.Injured), ("missing", claim.Missing), ("captured", claim.Captured), ("casualties", claim.Casualties) })
            cells[column] = FigureText.Write(figure);
    }

    private static void AddSource(Dictionary<string, string?> cells, Source source)
    {
        (cells["publisher"], cells["source_origin"], cells["source_title"], cells["source_url"]) = (source.Publisher, source.Origin, source.Title, source.Url);
        (cells["source_published"], cells["source_retrieved"]) = ($"{source.Published:yyyy-MM-dd}", $"{source.Retrieved:yyyy-MM-dd}");
    }

    private static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string? cell)
    {
        // A spreadsheet could take it for a formula; reading takes the apostrophe off again.
        var text = cell is { Length: > 0 } && cell[0] is '=' or '+' or '-' or '@' && cell.Length > 1 ? "'" + cell : cell ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n;") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
