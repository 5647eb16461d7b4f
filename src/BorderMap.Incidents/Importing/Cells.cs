using System.Globalization;

namespace BorderMap.Incidents.Importing;

/// <summary>The cells of one row by field, read as what they have to be; what cannot be read is collected as problems that name the column.</summary>
/// <param name="line">The line of the file, or the number of the feature.</param>
/// <param name="read">The cell of a field as it stands; null: no such column.</param>
/// <param name="columnOf">What messages call a field.</param>
/// <param name="dates">How dates are written; empty: <c>yyyy-MM-dd</c>.</param>
internal sealed class Cells(long line, Func<string, string?> read, Func<string, string> columnOf, IReadOnlyList<string> dates)
{
    private static readonly string[] PlainDate = ["yyyy-MM-dd"];

    private readonly List<Problem> _problems = [];

    public long Line => line;
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The cell without blanks around it; null when there is none or it is empty.</summary>
    public string? Text(string field) => read(field)?.Trim() is { Length: > 0 } text ? text : null;

    public bool Has(string field) => Text(field) is not null;

    public string Column(string field) => columnOf(field);

    /// <summary>A text that has to be there.</summary>
    public string Required(string field)
    {
        var text = Text(field);
        if (text is null)
            Add("missing", field, null, $"{Column(field)} is empty.", "Write it.");
        return text ?? "";
    }

    public int? Whole(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Add("not-a-number", field, text, $"{Column(field)} is no whole number.", "Write digits alone, such as 12.");
        return null;
    }

    public double? Degrees(string field)
    {
        if (Text(field) is not { } text)
            return null;
        // "NaN" and "Infinity" are read whatever the style, and so are more digits than a number can hold.
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Add("not-a-number", field, text, $"{Column(field)} is no number of degrees.", "Write decimal degrees with a point, such as 34.1234.");
        return null;
    }

    public DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
            return null;
        var patterns = dates.Count == 0 ? PlainDate : [.. dates];
        if (DateOnly.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTime.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return DateOnly.FromDateTime(instant);
        Add("not-a-date", field, text, $"{Column(field)} is no date.", dates.Count == 0
            ? "Write year, month and day, such as 2025-10-11; dates written otherwise need a mapping with \"dates\":[\"dd/MM/yyyy\"]."
            : $"Write it as {string.Join(" or ", dates)}.");
        return null;
    }

    /// <summary>One of the words of an enum.</summary>
    public T? Word<T>(string field) where T : struct, Enum
    {
        if (Text(field) is not { } text)
            return null;
        if (Words.TryFind<T>(Lower(text), out var value))
            return value;
        Add($"unknown-{field}", field, text, $"'{Incidents.Problems.Shorten(text)}' is no {Column(field)}.", $"Write {string.Join(", ", Words.All<T>())}.");
        return null;
    }

    public bool? Switch(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (Lower(text) is "yes" or "true" or "1" or "y")
            return true;
        if (Lower(text) is "no" or "false" or "0" or "n")
            return false;
        Add("neither-yes-nor-no", field, text, $"{Column(field)} is neither yes nor no.", "Write yes or no.");
        return null;
    }

    /// <summary>A code of a codebook.</summary>
    public T? Code<T>(string field, IReadOnlyDictionary<string, T> codes) where T : class
    {
        if (Text(field) is not { } text)
            return null;
        if (codes.TryGetValue(text, out var meaning))
            return meaning;
        Add("unknown-code", field, text, $"{Column(field)} has the code '{Incidents.Problems.Shorten(text)}', which its codebook does not know.", $"Codes are {string.Join(", ", codes.Keys)}.");
        return null;
    }

    /// <summary>The parts of a cell that holds several, separated by semicolons.</summary>
    public IEnumerable<string> List(string field) => Text(field) is { } text ? text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    public void Add(string code, string field, string? value, string message, string fix) =>
        _problems.Add(new(code, Column(field), value is null ? null : Incidents.Problems.Shorten(value), message, fix));

    private static string Lower(string text) => text.ToLowerInvariant().Replace(' ', '_');
}
