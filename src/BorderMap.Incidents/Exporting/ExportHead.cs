namespace BorderMap.Incidents.Exporting;

/// <summary>What a file says of itself.</summary>
/// <param name="Filter">The canonical parameters; empty: nothing was left out.</param>
/// <param name="Pub">The public sequence that the file shows.</param>
/// <param name="Count">The incidents that meet the filter.</param>
/// <param name="Located">Those of them that have a place; null: not counted.</param>
public sealed record ExportHead(string Filter, long Pub, long Count, long? Located)
{
    public const string LicenceName = "CC BY 4.0";
    public const string LicenceUrl = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The public sequence that the asker knows already; null: the file is whole.</summary>
    public long? Since { get; init; }

    /// <summary>The address below which incidents have their pages; null: the file does not say.</summary>
    public string? Site { get; init; }

    /// <summary>The address of the file itself; null: it has none.</summary>
    public string? Self { get; init; }

    /// <summary>What the file holds, in a sentence.</summary>
    public string Sentence =>
        $"{Count} incidents{(Filter.Length == 0 ? "" : $" that meet {Filter}")}{(Since is { } since ? $", changed since public sequence {since}" : "")}, as of public sequence {Pub}."
        + (Located is { } located ? $" {Count - located} of them have no place and are not in this file." : "")
        + $" BorderMap, {LicenceName}.";
}
