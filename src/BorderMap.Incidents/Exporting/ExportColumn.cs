namespace BorderMap.Incidents.Exporting;

/// <summary>What a value of a column is: <c>Text</c>, a civil <c>Day</c>, an <c>Instant</c> (UTC), a whole <c>Integer</c>, a <c>Number</c>, a <c>Boolean</c>.</summary>
public enum ExportType { Text, Day, Instant, Integer, Number, Boolean }

/// <summary>A column of every download: the property of a feature, the column of a table, the row of the data dictionary.</summary>
/// <param name="Name">As every format spells it.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Meaning">One sentence or two.</param>
public sealed record ExportColumn(string Name, ExportType Type, string Meaning)
{
    /// <summary>Empty: the value has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The closed list of values; empty: any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What an empty value says; null: there is always a value.</summary>
    public string? WhenEmpty { get; init; }
}
