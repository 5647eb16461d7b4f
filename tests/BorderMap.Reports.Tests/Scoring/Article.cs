using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderMap.Reports.Tests.Scoring;

/// <summary>A figure that is expected: exact, "8+" at least, "15-20", or null for a word like "dozens".</summary>
public sealed record ExpectedFigure(int? Min, int? Max);

/// <summary>A claim that is expected.</summary>
/// <param name="Claimants">Any of them is right; empty: nobody is named.</param>
/// <param name="Figures">By <c>killed, injured, captured</c>; null for a word like "dozens".</param>
public sealed record ExpectedClaim(IReadOnlyList<string> Claimants, IReadOnlyDictionary<string, ExpectedFigure?> Figures)
{
    /// <summary>The report in its own voice is right too.</summary>
    public bool MayBeNobody { get; init; }

    /// <summary>The words that say it; null: not annotated.</summary>
    public string? Words { get; init; }
}

/// <summary>An incident that is expected.</summary>
/// <param name="Kinds">A kind of the same family as any of them is right.</param>
/// <param name="Start">The first day; null: open.</param>
/// <param name="End">The last day; null: the text gives none.</param>
/// <param name="Places">Names with their context, "Gurbuz, Khost", or with their position, "Gurbuz@33.2,69.9" (latitude, longitude); empty: none below the country.</param>
/// <param name="Statuses">Any of them is right.</param>
/// <param name="IsOptional">Neither a miss nor a false alarm.</param>
public sealed record ExpectedIncident(IReadOnlyList<string> Kinds, DateOnly? Start, DateOnly? End, IReadOnlyList<string> Places, IReadOnlyList<string> Statuses, bool IsOptional)
{
    public List<ExpectedClaim> Claims { get; } = [];

    /// <summary>Words that tell it; null: not annotated.</summary>
    public string? Words { get; init; }
}

/// <summary>
/// A test text with what is expected of it. The texts are invented for this project; some follow the outline of real events, the details are made up.
/// The first line gives the day of publication, or "-" where the text has to tell it; after "---" stand, a line each: an incident
/// (<c>&gt; kind; from..to; place | place; status/status</c>), a claim of it (<c>&gt;&gt; claimant/claimant; killed 2; injured 3+</c>),
/// each of both with the words that tell it in quotes at its end where they are annotated;
/// words that must become no draft (<c>! words</c>), all place names in their order (<c>@ name | name</c>; one that counts neither way has <c>~</c> before it).
/// Several kinds that are right have a slash between them, an open day is <c>?</c>.
/// </summary>
public sealed partial record Article(string Name, string Text, DateOnly? Published)
{
    public List<ExpectedIncident> Incidents { get; } = [];
    public List<string> NonIncidents { get; } = [];

    /// <summary>Null: not annotated.</summary>
    public IReadOnlyList<string>? Toponyms { get; private set; }

    public static Article Read(string path) => Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    /// <summary>The articles of a file that holds many, each beginning with its day of publication.</summary>
    public static IEnumerable<Article> ReadAll(string path) =>
        File.ReadAllText(path).Split("\n\npublished ").Select((text, number) => Read($"{Path.GetFileNameWithoutExtension(path)} {number + 1}", number == 0 ? text : $"published {text}"));

    private static Article Read(string name, string written)
    {
        var lines = written.Split('\n');
        var end = Array.LastIndexOf(lines, "---");
        var day = lines[0]["published ".Length..];
        var article = new Article(name, string.Join('\n', lines[1..end]), day == "-" ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"));
        foreach (var line in lines[(end + 1)..].Where(line => line.Length > 0))
        {
            article.Add(line);
        }
        return article;
    }

    private void Add(string line)
    {
        if (line.StartsWith(">> ", StringComparison.Ordinal))
        {
            Incidents[^1].Claims.Add(Claim(line[3..]));
        }
        else if (line.StartsWith("> ", StringComparison.Ordinal))
        {
            Incidents.Add(Incident(line[2..]));
        }
        else if (line.StartsWith("! ", StringComparison.Ordinal))
        {
            NonIncidents.Add(line[2..]);
        }
        else
        {
            Toponyms = line.StartsWith("@ ", StringComparison.Ordinal) ? line[2..].Split(" | ") : throw new InvalidDataException($"{Name}: not understood: {line}");
        }
    }

    /// <summary>The words in quotes at the end of a line, and the line without them.</summary>
    private static (string Line, string? Words) Quoted(string line) => line.IndexOf("; \"", StringComparison.Ordinal) is > 0 and var at && line[^1] == '"' ? (line[..at], line[(at + 3)..^1]) : (line, null);

    private static ExpectedIncident Incident(string annotated)
    {
        var (line, words) = Quoted(annotated);
        var parts = line.Split("; ");
        var dates = parts[1].Split("..");
        return new ExpectedIncident(parts[0].Split('/'), DayOf(dates[0]), DayOf(dates[1]),
            parts[2] == "-" ? [] : parts[2].Split(" | "), parts[3].Split('/'), parts.Length > 4)
        { Words = words };
    }

    private static DateOnly? DayOf(string written) => written == "?" ? null : DateOnly.Parse(written, CultureInfo.InvariantCulture);

    private static ExpectedClaim Claim(string annotated)
    {
        var (line, words) = Quoted(annotated);
        var parts = line.Split("; ");
        return new ExpectedClaim([.. parts[0].Split('/').Where(name => name != "-")], parts.Skip(1).ToDictionary(part => part.Split(' ')[0], part => Figure(part.Split(' ')[1])))
        {
            MayBeNobody = parts[0].Split('/').Contains("-"),
            Words = words,
        };
    }

    private static ExpectedFigure? Figure(string written) => WrittenFigure().Match(written) switch
    {
        { Success: false } => null,
        var match when match.Groups["most"].Success => new ExpectedFigure(int.Parse(match.Groups["least"].Value), int.Parse(match.Groups["most"].Value)),
        var match => new ExpectedFigure(int.Parse(match.Groups["least"].Value), written.EndsWith('+') ? null : int.Parse(match.Groups["least"].Value)),
    };

    [GeneratedRegex(@"\A(?<least>[0-9]+)(?:-(?<most>[0-9]+)|\+)?\z")]
    private static partial Regex WrittenFigure();
}
