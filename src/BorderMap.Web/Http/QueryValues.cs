using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Web.Http;

/// <summary>Reads a request's query against its parameters' own bounds and collects every problem.</summary>
public sealed class QueryValues(HttpRequest request)
{
    private static readonly string[] BesideFilter =
        [.. Parameters.Paging.Concat(Parameters.ViewState).Concat(Parameters.Picture).Concat(Parameters.EmbedOptions).Append(Parameters.Part).Append(Parameters.ChangedSince).Append(Parameters.Accessed).Select(parameter => parameter.Name)];
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether the query names the parameter at all.</summary>
    public bool Has(Parameter parameter) => request.Query.ContainsKey(parameter.Name);

    /// <summary>Whether the parameter is not given, or given without a value.</summary>
    public bool IsEmpty(Parameter parameter) => string.IsNullOrWhiteSpace(request.Query[parameter.Name].ToString());

    public string? Text(Parameter parameter)
    {
        if (Whole(parameter)?.Trim() is not { } text)
        {
            return null;
        }
        if (text.Length > Limits.TextMax && parameter != Parameters.Cursor)
        {
            Refuse(parameter, text, $"is longer than {Limits.TextMax} characters", "Shorten it.");
            return null;
        }
        if (text.Any(char.IsControl))
        {
            Refuse(parameter, text, "holds a control character", "Leave it out.");
            return null;
        }
        return text;
    }

    /// <summary>The text as it is, however long; null when it is not given, empty, or given twice.</summary>
    public string? Whole(Parameter parameter)
    {
        var values = request.Query[parameter.Name];
        if (values.Count > 1)
        {
            Refuse(parameter, string.Join(" & ", values.ToArray()), "is given more than once", "Give it once.");
        }
        var text = values.Count == 0 ? null : values[0];
        if (string.IsNullOrWhiteSpace(text))
        {
            if (parameter.Required)
            {
                Miss(parameter);
            }
            else if (values.Count > 0)
            {
                Refuse(parameter, "", "is empty", "Give a value, or leave it out.");
            }
            return null;
        }
        return text;
    }

    public int Integer(Parameter parameter) => (int)Long(parameter);

    public long Long(Parameter parameter)
    {
        var ifAbsent = long.Parse(parameter.Default ?? "0");
        if (Text(parameter) is not { } text)
        {
            return ifAbsent;
        }
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= parameter.Minimum && value <= (parameter.Maximum ?? long.MaxValue))
        {
            return value;
        }
        Refuse(parameter, text, "is no whole number within its bounds", Bounds(parameter));
        return ifAbsent;
    }

    /// <summary>A number within the parameter's bounds; null when it is not given or refused.</summary>
    public double? Number(Parameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= parameter.Minimum && value <= parameter.Maximum)
        {
            return value;
        }
        Refuse(parameter, text, "is no number within its bounds", Bounds(parameter));
        return null;
    }

    public bool Switch(Parameter parameter)
    {
        var text = Text(parameter);
        if (text is not (null or "true" or "false"))
        {
            Refuse(parameter, text, "is neither true nor false", "Use true or false.");
        }
        return text == "true";
    }

    /// <summary>One of the parameter's closed list of values; null when it is not given.</summary>
    public string? Choice(Parameter parameter)
    {
        var text = Text(parameter);
        if (text is not null && !parameter.Values.Contains(text, StringComparer.Ordinal))
        {
            Refuse(parameter, text, "is none of its values", $"Use {string.Join(", ", parameter.Values)}.");
            return null;
        }
        return text;
    }

    /// <summary>One of the parameter's closed list of values, which are the words of an enum.</summary>
    public T? OneOf<T>(Parameter parameter)
        where T : struct, Enum => Choice(parameter) is { } word ? Enum.GetValues<T>().First(value => JsonText.Word(value) == word) : null;

    /// <summary>An instant with its offset, or a day (UTC).</summary>
    public DateTimeOffset? Instant(Parameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant.ToUniversalTime();
        }
        Refuse(parameter, text, "is neither a day nor an instant", "Write 2026-05-01 or 2026-05-01T12:00:00Z.");
        return null;
    }

    /// <summary>A value that <paramref name="read"/> makes of the text; null from it refuses the text.</summary>
    public T? Read<T>(Parameter parameter, Func<string, T?> read, string what, string fix)
        where T : class
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }
        var value = read(text);
        if (value is null)
        {
            Refuse(parameter, text, what, fix);
        }
        return value;
    }

    /// <summary>The language of <c>lang</c>, else the best that the header asks for.</summary>
    public NameLanguage Language()
    {
        if (Text(Parameters.Lang) is not { } tag)
        {
            return AskedLanguage.OfHeader(request);
        }
        if (NameLanguage.Find(tag) is { } language)
        {
            return language;
        }
        Refuse(Parameters.Lang, tag, "is no language that names are kept in", $"Use {string.Join(", ", Parameters.Lang.Values)}.");
        return NameLanguage.English;
    }

    /// <summary>A position written as <c>lon,lat</c> in degrees.</summary>
    public GeoPoint? Point(Parameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }
        if (PointText.Read(text) is { } point)
        {
            return point;
        }
        Refuse(parameter, text, "is no position on Earth", PointText.Fix);
        return null;
    }

    /// <summary>A calendar day by RFC 3339.</summary>
    public DateOnly? Day(Parameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        Refuse(parameter, text, "is no day", $"Write year-month-day. {Example(parameter)}");
        return null;
    }

    /// <summary>Refuses a request that leaves out what it must name.</summary>
    public void Miss(Parameter parameter) =>
        problems.Add(new(ProblemCodes.MissingParameter, parameter.Name, null, $"{parameter.Name} is missing.", $"{parameter.Description} {Example(parameter)}".TrimEnd()));

    public void Add(Problem problem) => problems.Add(problem);

    public long? OptionalLong(Parameter parameter) => request.Query.ContainsKey(parameter.Name) ? Long(parameter) : null;

    /// <summary>The filter of the query; the whole set when it has problems, which are then kept.</summary>
    public IncidentFilter Filter()
    {
        var pairs = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, pair.Key == FilterNames.Filter ? PlusSigns.Resolve(request, pair.Key, value ?? "") : value ?? "")));
        var result = IncidentFilter.Parse(pairs, BesideFilter);
        problems.AddRange(result.Problems);
        // Without effect, yet not left uncorrected: a picture made with the same address would not be the one that is meant.
        foreach (var parameter in Parameters.ViewState.Where(parameter => parameter.Values.Count > 0))
        {
            Choice(parameter);
        }
        return result.Filter ?? IncidentFilter.All;
    }

    /// <summary>Where the page before ended; null on the first.</summary>
    public PageCursor? Cursor(IncidentFilter filter)
    {
        if (problems.Count > 0 || Text(Parameters.Cursor) is not { } text)
        {
            return null;
        }
        if (PageCursor.Read(text, filter, out var cursor) is { } problem)
        {
            problems.Add(problem);
        }
        return cursor;
    }

    private void Refuse(Parameter parameter, string? value, string what, string fix) =>
        problems.Add(new(ProblemCodes.InvalidParameter, parameter.Name, value, $"{parameter.Name} {what}.", fix));

    private static string Bounds(Parameter parameter) =>
        parameter.Maximum is { } maximum ? $"Use {parameter.Minimum} to {maximum}." : $"Use {parameter.Minimum} or more.";

    private static string Example(Parameter parameter) => parameter.Example is { } example ? $"For example {parameter.Name}={example}." : "";
}
