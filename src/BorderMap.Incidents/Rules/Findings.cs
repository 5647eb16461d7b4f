namespace BorderMap.Incidents.Rules;

/// <summary>Collects what the rules find in one document.</summary>
internal sealed class Findings
{
    private List<Problem>? _problems;

    public IReadOnlyList<Problem> Problems => _problems ?? (IReadOnlyList<Problem>)[];

    public void Add(string code, string field, string? value, string message, string fix) =>
        (_problems ??= []).Add(new(code, field, value is null ? null : Incidents.Problems.Shorten(value), message, fix));

    /// <summary>A text of one line.</summary>
    public void Line(string field, string? text, int max, bool isRequired = false) => Text(field, text, max, isRequired, isOneLine: true);

    /// <summary>A text of several lines.</summary>
    public void Text(string field, string? text, int max, bool isRequired = false, bool isOneLine = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
                Add("missing", field, text, $"{field} is empty.", "Write it.");
            else if (text is not null)
                Add("blank", field, text, $"{field} is blank.", "Write something or leave it out.");
            return;
        }
        if (text.Length > max)
            Add("too-long", field, text, $"{field} has {text.Length} characters.", $"Write at most {max}.");
        if (text.AsSpan().IndexOfAny(TextRules.Refused) is >= 0 and var at)
            Add("control-character", field, text, $"{field} holds the character U+{(int)text[at]:X4} at position {at}, which cannot be seen.", "Remove it.");
        else if (isOneLine && text.AsSpan().IndexOfAny("\t\r\n") >= 0)
            Add("control-character", field, text, $"{field} holds a tab or a line end.", "Write it in one line.");
        if (TextRules.HasLoneSurrogate(text))
            Add("broken-unicode", field, null, $"{field} holds half of a character.", "Write it anew.");
    }

    /// <summary>A reference to something by id.</summary>
    public void Known(string field, string? id, IReadOnlySet<string> known, string what)
    {
        if (id is not null && !known.Contains(id))
            Add($"unknown-{what}", field, id, $"There is no {what} with the id '{Incidents.Problems.Shorten(id)}'.", $"Give the id of a {what} that exists, or add the {what} first.");
    }

    public void Id(string field, string id, string prefix, bool isRequired)
    {
        if ((id.Length > 0 || isRequired) && !Ids.Is(prefix, id))
            Add("bad-id", field, id, $"'{Incidents.Problems.Shorten(id)}' is no id.", $"Write {prefix} and ten of the letters a-z and 2-7{(isRequired ? "" : ", or leave it out")}.");
    }

    /// <summary>Goes through a list whose items JSON may have given as null.</summary>
    public void Each<T>(string field, IReadOnlyList<T> items, int max, Action<string, T> check) where T : class
    {
        if (items.Count > max)
            Add("too-many", field, $"{items.Count} items", $"{field} has {items.Count} items.", $"Give at most {max}.");
        for (var i = 0; i < items.Count && i < max; i++)
        {
            var path = $"{field}[{i}]";
            if (items[i] is null)
                Add("missing", path, "null", $"{path} is null.", "Remove it.");
            else
                check(path, items[i]);
        }
    }
}
