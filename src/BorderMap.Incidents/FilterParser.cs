using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Cql2;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Reads filter parameters: every problem is named, nothing is passed over.</summary>
internal static class FilterParser
{
    private const int MaxItems = 500;
    private const int MaxText = 200;

    public static FilterResult Parse(IEnumerable<KeyValuePair<string, string>> parameters, IReadOnlyCollection<string> alsoAllowed)
    {
        var problems = new List<Problem>();
        var given = Collect(parameters, alsoAllowed, problems);
        var filter = new IncidentFilter
        {
            Bbox = One(FilterNames.Bbox, ReadBbox),
            PlaceMatch = One(FilterNames.PlaceMatch, Word<PlaceMatch>) ?? PlaceMatch.Point,
            Datetime = OneObject(FilterNames.Datetime, ReadWindow),
            TimeMatch = One(FilterNames.TimeMatch, Word<TimeMatch>) ?? TimeMatch.Possible,
            Kind = Many(FilterNames.Kind, ReadKind),
            Actor = Many(FilterNames.Actor, Id(Incidents.Ids.IsActor, "an actor's id such as pak-military; /api/actors lists them")),
            Place = Many(FilterNames.Place, Id(Incidents.Ids.IsPlace, "a place's id such as 421168799 or x-torkham-crossing; /api/places/search finds them")),
            Side = ManyWords<BorderSide>(FilterNames.Side),
            LineKm = One(FilterNames.LineKm, ReadStretch),
            Episode = Many(FilterNames.Episode, Id(id => Incidents.Ids.Is(Incidents.Ids.Episode, id), "an episode's id: e- and ten letters; /api/episodes lists them")),
            KilledMin = One(FilterNames.KilledMin, ReadCount),
            Grade = ManyWords<Grade>(FilterNames.Grade),
            Precision = ManyWords<PlacePrecision>(FilterNames.Precision),
            CrossBorder = One(FilterNames.CrossBorder, ReadBool),
            Q = OneObject(FilterNames.Q, ReadText),
            Publisher = Many(FilterNames.Publisher, ReadText, IncidentFilter.PublisherSeparator),
            Ids = Many(FilterNames.Ids, Id(id => Incidents.Ids.Is(Incidents.Ids.Incident, id), "incidents' ids: i- and ten letters each")),
            AsOf = One(FilterNames.AsOf, ReadSequence),
            Condition = ReadCondition(One(FilterNames.FilterLang, ReadLanguage) ?? Cql2Language.Text),
        };
        return problems.Count == 0 ? new(filter, []) : new(null, problems);

        T? One<T>(string name, Func<string, Read<T>> read) where T : struct =>
            Single(name) is { } text && Take(name, text, read(text), out var value) ? value : null;

        T? OneObject<T>(string name, Func<string, Read<T>> read) where T : class =>
            Single(name) is { } text && Take(name, text, read(text), out var value) ? value : null;

        List<T> Many<T>(string name, Func<string, Read<T>> read, char separator = ',')
        {
            var items = new List<T>();
            if (!given.TryGetValue(name, out var texts))
                return items;
            var words = texts.SelectMany(t => t.Split(separator)).ToList();
            if (words.Count > MaxItems)
                problems.Add(new("too-many", name, $"{words.Count} items", $"{name} has more than {MaxItems} items.", $"Give at most {MaxItems}."));
            foreach (var word in words.Take(MaxItems))
                if (Take(name, word, read(word), out var value) && !items.Contains(value))
                    items.Add(value);
            return items;
        }

        List<T> ManyWords<T>(string name) where T : struct, Enum => Many(name, Word<T>);

        string? Single(string name)
        {
            if (!given.TryGetValue(name, out var texts))
                return null;
            if (texts.Count > 1)
                problems.Add(new("repeated", name, string.Join(" and ", texts.Select(Problems.Shorten)), $"{name} is given {texts.Count} times.", "Give it once."));
            return texts[0];
        }

        Expression? ReadCondition(Cql2Language language)
        {
            if (Single(FilterNames.Filter) is not { } text)
                return null;
            var (condition, problem) = Cql2Filter.Read(text, language, IncidentQueryables.All);
            if (problem is not null)
                problems.Add(problem);
            return condition;
        }

        bool Take<T>(string name, string text, Read<T> read, out T value)
        {
            value = read.Value!;
            if (read.Error is null)
                return true;
            problems.Add(new("invalid-parameter", name, Problems.Shorten(text), $"{name}={Problems.Shorten(text)}: {read.Error}.", read.Fix!));
            return false;
        }
    }

    private static Dictionary<string, List<string>> Collect(IEnumerable<KeyValuePair<string, string>> parameters, IReadOnlyCollection<string> alsoAllowed, List<Problem> problems)
    {
        var given = new Dictionary<string, List<string>>();
        foreach (var (name, value) in parameters)
        {
            if (alsoAllowed.Contains(name))
                continue;
            if (!FilterNames.All.Contains(name))
                problems.Add(new("unknown-parameter", Problems.Shorten(name), Problems.Shorten(value), $"There is no parameter '{Problems.Shorten(name)}'.",
                    $"Known are {string.Join(", ", FilterNames.All.Concat(alsoAllowed))}."));
            else if (string.IsNullOrWhiteSpace(value))
                problems.Add(new("empty-parameter", name, value, $"{name} is empty.", "Give it a value or leave it out."));
            else if (given.TryGetValue(name, out var values))
                values.Add(value);
            else
                given.Add(name, [value]);
        }
        return given;
    }

    private static Read<Bbox> ReadBbox(string text)
    {
        const string Fix = "Give minLon,minLat,maxLon,maxLat in degrees, such as 69.5,33,71,34.5.";
        var parts = text.Split(',');
        var numbers = new double[4];
        if (parts.Length != 4)
            return new($"it has {parts.Length} numbers instead of 4", Fix);
        for (var i = 0; i < 4; i++)
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i]))
                return new($"'{Problems.Shorten(parts[i])}' is not a number", Fix);
        var box = new Bbox(numbers[0], numbers[1], numbers[2], numbers[3]);
        if (box.MinLon < -180 || box.MaxLon > 180 || box.MinLat < -90 || box.MaxLat > 90)
            return new("it leaves the globe (longitude -180 to 180, latitude -90 to 90)", Fix);
        return box.MinLon <= box.MaxLon && box.MinLat <= box.MaxLat ? new(box) : new("its lower corner lies above its upper one", Fix);
    }

    private static Read<DateWindow> ReadWindow(string text)
    {
        var (window, error) = DateWindow.Parse(text);
        return window is null
            ? new(error!, "Give a day (2025-10-11), an interval (2025-10-11/2025-10-19, ../2025-10-19, 2025-10-11/..) or instants with an offset (2025-10-11T18:00:00Z/..).")
            : new(window);
    }

    private static Read<LineStretch> ReadStretch(string text)
    {
        var (stretch, error) = LineStretch.Parse(text);
        return stretch is { } read
            ? new(read)
            : new(error!, "Give kilometres along the line from the tripoint with Iran, such as 300..420, 300.. or ..420.");
    }

    private static Read<string> ReadKind(string text) => Kinds.Find(text) is not null || Kinds.InFamily(text).Any()
        ? new(text, null, null)
        : new("there is no such kind or family", $"Kinds are {string.Join(", ", Kinds.All.Select(k => k.Kind))}; families are {string.Join(", ", Kinds.Families.Select(f => f.Family))}.");

    private static Read<T> Word<T>(string text) where T : struct, Enum => Words.TryFind<T>(text, out var value)
        ? new(value)
        : new($"'{Problems.Shorten(text)}' is none of its values", $"Its values are {string.Join(", ", Words.All<T>())}.");

    private static Read<int> ReadCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? new(count)
        : new("it is not a whole number of 0 or more", "Give a whole number such as 10.");

    private static Read<Cql2Language> ReadLanguage(string text) => Cql2Filter.Languages.TryGetValue(text, out var language)
        ? new(language)
        : new("there is no such encoding", $"Its values are {string.Join(", ", Cql2Filter.Languages.Keys)}.");

    private static Read<long> ReadSequence(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        ? new(sequence)
        : new("it is not a public sequence number", "Give a number that an answer carried as \"pub\".");

    private static Read<bool> ReadBool(string text) => text switch
    {
        "true" => new(true),
        "false" => new(false),
        _ => new("it is neither true nor false", "Give true or false."),
    };

    private static Read<string> ReadText(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new("an item is empty", "Leave it out.");
        if (text.Length > MaxText)
            return new($"it has {text.Length} characters", $"Give at most {MaxText} characters.");
        return text.AsSpan().ContainsAny(TextRules.Refused) || TextRules.HasLoneSurrogate(text)
            ? new("it holds control characters or broken Unicode", "Give plain words.")
            : new(text.Trim(), null, null);
    }

    private static Func<string, Read<string>> Id(Func<string, bool> isId, string fix) =>
        text => isId(text) ? new(text, null, null) : new($"'{Problems.Shorten(text)}' is no such id", $"Give {fix}.");

    // A value, or what is wrong with the text and what would be right.
    private readonly record struct Read<T>(T? Value, string? Error, string? Fix)
    {
        public Read(T value) : this(value, null, null) { }

        public Read(string error, string fix) : this(default, error, fix) { }
    }
}
