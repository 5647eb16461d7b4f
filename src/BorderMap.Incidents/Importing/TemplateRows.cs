namespace BorderMap.Incidents.Importing;

/// <summary>
/// Rows of the CSV template, or of a table mapped to it: one row an incident; rows directly below with the same source key add to it.
/// </summary>
internal sealed class TemplateRows(ReadingPlan plan, ActorBook actors, PlaceFinder places)
{
    private readonly List<Cells> _open = [];

    /// <summary>Which field of the template a path of the document is.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["source_keys"] = "source_key",
        ["title"] = "title",
        ["kind"] = "kind",
        ["date"] = "date_start",
        ["date.end"] = "date_end",
        ["date.precision"] = "date_precision",
        ["date.time"] = "time",
        ["date.words"] = "date_words",
        ["episode"] = "episode",
        ["notes"] = "notes",
        ["places[]"] = "place",
        ["places[].place"] = "place_id",
        ["places[].lon"] = "lon",
        ["places[].lat"] = "lat",
        ["places[].precision"] = "precision",
        ["places[].radius_m"] = "radius_m",
        ["actors"] = "party",
        ["claims[]"] = "killed",
        ["claims[].claimant"] = "claimant",
        ["claims[].group"] = "group",
        ["claims[].group.side"] = "side",
        ["claims[].injured"] = "injured",
        ["claims[].missing"] = "missing",
        ["claims[].captured"] = "captured",
        ["claims[].casualties"] = "casualties",
        ["claims[].words"] = "claim_words",
        ["claims[].said_on"] = "said_on",
        ["claims[].span"] = "quote",
        ["sources[]"] = "publisher",
        ["estimates[]"] = "estimate_best",
        ["estimates[].by"] = "estimate_by",
        ["estimates[].release"] = "estimate_release",
        ["estimates[].low"] = "estimate_low",
        ["estimates[].high"] = "estimate_high",
    };

    /// <summary>Takes the next row.</summary>
    /// <returns>The incident that ended with the row before; null while one goes on.</returns>
    public ImportedRow? Next(Cells cells)
    {
        var isMore = _open.Count > 0 && cells.Text("source_key") is { } key && key == _open[0].Text("source_key");
        var done = isMore ? null : End();
        _open.Add(cells);
        return done;
    }

    /// <summary>The incident of the last rows; null when there is none.</summary>
    public ImportedRow? End()
    {
        if (_open.Count == 0)
            return null;
        var row = new TemplateIncident(plan, actors, places).Make(_open);
        _open.Clear();
        return row;
    }
}
