using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>What somebody who imports says of a file; what is left out is found by looking.</summary>
public sealed record PlanRequest
{
    public ImportFormat? Format { get; init; }
    public IncidentStatus? As { get; init; }
    public string? Release { get; init; }
    public ColumnMapping? Mapping { get; init; }

    /// <summary>The file's name, which may tell UCDP's release.</summary>
    public string FileName { get; init; } = "";

    /// <summary>In a dry run a table with foreign columns is read by a mapping that nobody has confirmed.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How to read a file that begins so.</summary>
    public PlanResult Plan(Recognition file)
    {
        if ((Format ?? file.Format) is not { } format || (file.Problem is { } problem && Format is null))
            return new(null, null, file.Problem);
        var plan = new ReadingPlan(format) { As = As, Mapping = Mapping };
        if (As is IncidentStatus.Retracted)
            return Refused("unknown-status", "as", "retracted", "An import retracts nothing.", "Write draft or published.");
        if (Mapping is not null && format is not (ImportFormat.Csv or ImportFormat.Geojson))
            return Refused("needless-mapping", "mapping", null, $"A file of the format {Words.Of(format)} is not read by a mapping.", "Leave the mapping out, or say --format csv.");
        if (format == ImportFormat.Ucdp)
            return Ucdp(plan);
        if (format is not (ImportFormat.Csv or ImportFormat.Geojson) || Mapping is not null || !(file with { Format = format }).NeedsMapping)
            return new(plan, null, null);
        var suggested = MappingSuggestion.For(file.Header);
        return IsDryRun && ImportFields.All.All(column => !column.Required || suggested.Columns.ContainsKey(column.Name))
            ? new(plan with { Mapping = suggested }, suggested, null)
            : new(null, suggested, new("needs-mapping", "mapping", null, $"The columns are not those of the template: {string.Join(", ", file.Header.Take(60))}.",
                "Write a mapping, beginning from the one suggested, look at it with a dry run, and give it to the import."));
    }

    private PlanResult Ucdp(ReadingPlan plan)
    {
        if (Release is not null && UcdpRelease.Read(Release) is null)
            return Refused("bad-release", "release", Release, "This is no release of UCDP.", "Write 22.1 for a yearly release, 26.0.4 for candidate events.");
        return (Release is null ? UcdpRelease.InName(FileName) : UcdpRelease.Read(Release)) is { } release
            ? new(plan with { Release = release.Name }, null, null)
            : Refused("no-release", "release", null, "Neither the file nor its name says which release of UCDP it is.", "Say it, such as 22.1 for GED or 26.0.4 for candidate events.");
    }

    private static PlanResult Refused(string code, string field, string? value, string message, string fix) => new(null, null, new(code, field, value, message, fix));
}

/// <summary>How a file will be read.</summary>
/// <param name="Plan">Null: see <paramref name="Problem"/>.</param>
/// <param name="Suggested">A mapping that was guessed, for a person to look at.</param>
/// <param name="Problem">Why it cannot be read so.</param>
public sealed record PlanResult(ReadingPlan? Plan, ColumnMapping? Suggested, Problem? Problem);
