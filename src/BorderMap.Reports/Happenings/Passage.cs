using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>A report with all that was read of it before acts are looked for.</summary>
internal sealed class Passage
{
    /// <summary>A town so near is known for its crossing.</summary>
    private const double NearCrossingKm = 4;

    /// <summary>Words of the title of a log.</summary>
    private const int LongestTitle = 16;

    /// <summary>A town whose name a crossing bears lies no farther from it: Chaman, Spin Boldak.</summary>
    private const double NamedCrossingKm = 25;

    /// <summary>A large district reaches no farther towards the line than this.</summary>
    public const double WidestKm = 20;

    private const int MostBefore = 60;

    private readonly IReadOnlyList<Place> crossings;
    private readonly Dictionary<GeoPoint, bool> nearCrossing = [];
    private readonly ILookup<int, Located> bySentence;
    private Dictionary<int, IReadOnlyList<Located>>? labels;
    private readonly List<List<TimeMention>> times;
    private readonly List<PhraseMatch<Act>>?[] acts;
    private readonly List<PhraseMatch<ActorName>>?[] actors;
    private readonly List<Toll>?[] tolls;
    private readonly IReadOnlyList<(int From, int To)>?[] asides;
    private readonly IReadOnlyDictionary<int, TimeMention> stamps;

    public Passage(ReportText text, IReadOnlyList<FoundToponym> toponyms, DateOnly? published, Atlas atlas, IReadOnlyList<Place> crossings, Models models)
    {
        (Text, Published, Atlas, this.crossings, Models) = (text, published, atlas, crossings, models);
        Speakers = new Attribution(text);
        (acts, actors, tolls) = (new List<PhraseMatch<Act>>?[text.Sentences.Count], new List<PhraseMatch<ActorName>>?[text.Sentences.Count], new List<Toll>?[text.Sentences.Count]);
        asides = new IReadOnlyList<(int From, int To)>?[text.Sentences.Count];
        var frame = Frame.Of(text, published);
        var reader = new TimeReader(text.Tokens, published, frame);
        times = [.. text.Sentences.Select(sentence => reader.Read(sentence))];
        stamps = Dates.Stamps.Of(text, times);
        if (stamps.Count > 0)
        {
            reader = new TimeReader(text.Tokens, published, frame);
            times = [.. text.Sentences.Select((sentence, number) => reader.Read(sentence, StampOf(number)?.Start))];
        }
        foreach (var row in text.Rows.Values)
        {
            // "1/4" under "killed/wounded" is no first of April.
            times[row.Sentence].RemoveAll(time => row.Cells.Any(cell => cell.Kind is ColumnKind.Toll or ColumnKind.Remarks && cell.Holds(time.First, time.Last)));
        }
        Places = [.. toponyms.Select((toponym, number) => Locate(toponym, number)).OfType<Located>().OrderBy(located => located.First)];
        bySentence = Places.ToLookup(located => text.SentenceOf[located.First]);
    }

    public ReportText Text { get; }
    public IReadOnlyList<Token> Tokens => Text.Tokens;
    public DateOnly? Published { get; }

    /// <summary>Whether a place lies in another on the day of the report: Khost was a part of Paktia, and is no more.</summary>
    public bool IsIn(Place place, Place region) => Atlas.Places.IsIn(place, region, Published ?? DateOnly.MaxValue);

    public Atlas Atlas { get; }

    /// <summary>The weights that it is read by.</summary>
    public Models Models { get; }
    public Attribution Speakers { get; }
    public IReadOnlyList<Located> Places { get; }

    public IEnumerable<Located> PlacesIn(int sentence) => bySentence[sentence];

    /// <summary>The places named last before a token, in the order of the text.</summary>
    public IEnumerable<Located> Before(int token)
    {
        var next = NumberFrom(token);
        for (var i = Math.Max(0, next - MostBefore); i < next; i++)
        {
            yield return Places[i];
        }
    }

    /// <summary>The places named from a token on, in the order of the text.</summary>
    public IEnumerable<Located> From(int token)
    {
        for (var i = NumberFrom(token); i < Places.Count; i++)
        {
            yield return Places[i];
        }
    }

    /// <summary>How many places are named before a token.</summary>
    private int NumberFrom(int token)
    {
        var (low, high) = (0, Places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Places[middle].First < token ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    public IReadOnlyList<TimeMention> TimesIn(int sentence) => times[sentence];

    /// <summary>The stretch naming the ground of a deed that a token stands in, by its first token; -1: none.</summary>
    public int AsideAt(int token)
    {
        foreach (var (from, to) in asides[Text.SentenceOf[token]] ??= Asides.Of(this, Text.SentenceOf[token]))
        {
            if (token >= from && token < to)
            {
                return from;
            }
        }
        return -1;
    }

    /// <summary>The day that a line of its own above a sentence gives, in a thread or diary.</summary>
    public TimeMention? StampOf(int sentence) => stamps.GetValueOrDefault(sentence);

    /// <summary>"BORDER LOG 3 MAR 2026", above rows with hours alone: the one day of a first line that is no row.</summary>
    public TimeMention? DayOfTitle => Text.Sentences.Count > 1 && !IsRow(0) && !SameBlock(0, 1) && Text.Sentences[0].Last - Text.Sentences[0].First <= LongestTitle && times[0] is [{ Use: TimeUse.When, Precision: DatePrecision.Day, Start: not null, Rule: "month-day" or "numeric" or "weekday" } only] ? only : null;

    private const int MostFields = 12;
    private const int LongestField = 3;

    private static readonly HashSet<string> FieldsOfDay = new(StringComparer.Ordinal) { "date", "dates", "when", "day", "days", "time", "night", "period" };

    /// <summary>"Date: 18 August 2024", a line of the form that a row stands in: the day of what the lines below it tell.</summary>
    public TimeMention? DayOfForm(int sentence)
    {
        for (var above = sentence - 1; above >= Math.Max(0, sentence - MostFields) && IsRow(above); above--)
        {
            if (IsFieldOf(above, FieldsOfDay) && times[above] is [{ Use: TimeUse.When, Precision: DatePrecision.Day or DatePrecision.Range, Start: not null } only])
            {
                return only;
            }
        }
        return null;
    }

    /// <summary>"Place of incident: ...": whether a row begins with such a word, and a colon behind it.</summary>
    public bool IsFieldOf(int sentence, IReadOnlySet<string> words)
    {
        var (first, last) = (Text.Sentences[sentence].First, Text.Sentences[sentence].Last);
        return words.Contains(Tokens[first].Key) && Enumerable.Range(first + 1, Math.Max(0, Math.Min(LongestField, last - first - 1))).Any(at => Tokens[at].IsMark(':'));
    }

    /// <summary>Who gives a figure: who says its words, or whose deed it is to count ("rescuers recovered nine bodies").</summary>
    public Speech? SpeakerOf(Toll toll) => Speakers.At(toll.First) ?? Speakers.At(toll.FigureFirst);

    /// <summary>Who came to what harm in a sentence, read by itself.</summary>
    public IReadOnlyList<Toll> TollsIn(int sentence) => tolls[sentence] ??= Tolls.Find(Tokens, Text.Sentences[sentence]);

    /// <summary>The actors that a sentence names.</summary>
    public IReadOnlyList<PhraseMatch<ActorName>> ActorsIn(int sentence) => actors[sentence] ??= ActorNames.Find(Tokens, Text.Sentences[sentence].First, Text.Sentences[sentence].Last);

    /// <summary>The acts that the lexicon finds in a sentence.</summary>
    public IReadOnlyList<PhraseMatch<Act>> ActsIn(int sentence) => acts[sentence] ??= Acts.Find(Tokens, Text.Sentences[sentence]);

    public bool IsRow(int sentence) => Text.KindOf(Text.Sentences[sentence]) is BlockKind.Row;

    /// <summary>The row of a table with a heading that a sentence is; null: it is none.</summary>
    public TableRow? RowOf(int sentence) => Text.Rows.GetValueOrDefault(sentence);

    /// <summary>The places of the label above a sentence: they hold for all of its paragraph.</summary>
    public IReadOnlyList<Located> LabelOf(int sentence) => (labels ??= PlaceLabels.Of(this)).GetValueOrDefault(sentence, []);

    /// <summary>"Mohmand: ...", "Goshta: ...": whether two sentences stand under labels that are not the same.</summary>
    public bool AreOfOtherLabels(int a, int b) => LabelOf(a) is { Count: > 0 } one && LabelOf(b) is { Count: > 0 } other && !ReferenceEquals(one, other);

    public bool IsHeading(int sentence) => Text.KindOf(Text.Sentences[sentence]) is BlockKind.Heading;

    public bool SameBlock(int a, int b) => Text.Sentences[a].Block == Text.Sentences[b].Block;

    public TextSpan SpanOf(int first, int last) => Text.SpanOf(first, last);

    /// <summary>Kilometres from the line to a place: a large district begins so much nearer than its middle, and no more.</summary>
    public double KmFromLine(FoundPlace place) => Atlas.Line.DistanceKm(place.Lon, place.Lat) - Math.Min(place.RadiusM / 1000, WidestKm);

    /// <summary>Whether a place is a crossing, or a town beside one or with its name.</summary>
    public bool IsCrossing(FoundPlace place) => IsAtCrossing(place)
        || (place.Kind is PlaceKind.Locality or PlaceKind.District or PlaceKind.Area && crossings.Any(crossing => crossing.Name.Contains(place.Name, StringComparison.Ordinal) && new GeoPoint(crossing.Lon, crossing.Lat).KmTo(place.Point) <= (place.Kind is PlaceKind.Locality ? 1 : 2) * NamedCrossingKm));

    /// <summary>Spin Boldak and Chaman: whether two places are known for the same crossing, one at each end of it.</summary>
    public bool AreOfOneCrossing(FoundPlace a, FoundPlace b) => crossings.Any(crossing => IsOf(crossing, a) && IsOf(crossing, b));

    private bool IsOf(Place crossing, FoundPlace place) => place.Id == crossing.Id || (place.Kind is PlaceKind.District or PlaceKind.Area ? place.Place is { } district && (IsIn(crossing, district) || (crossing.Name.Contains(place.Name, StringComparison.Ordinal) && new GeoPoint(crossing.Lon, crossing.Lat).KmTo(place.Point) <= 2 * NamedCrossingKm))
        : place.Kind is not (PlaceKind.Province or PlaceKind.Country) && new GeoPoint(crossing.Lon, crossing.Lat).KmTo(place.Point) <= NamedCrossingKm / 2);

    /// <summary>Whether a place is a crossing or lies beside one.</summary>
    public bool IsAtCrossing(FoundPlace place)
    {
        if (place.Kind is PlaceKind.Crossing or PlaceKind.Province or PlaceKind.Country)
        {
            return place.Kind is PlaceKind.Crossing;
        }
        if (!nearCrossing.TryGetValue(place.Point, out var isNear))
        {
            nearCrossing[place.Point] = isNear = crossings.Any(crossing => Math.Abs(crossing.Lat - place.Lat) < 0.1 && new GeoPoint(crossing.Lon, crossing.Lat).KmTo(place.Point) <= NearCrossingKm);
        }
        return isNear;
    }

    private Located? Locate(FoundToponym toponym, int number)
    {
        var low = Text.TokenFrom(toponym.Span.Start);
        if (low < 0 || Tokens[low].Start >= toponym.Span.End)
        {
            return null;
        }
        var last = low + 1;
        while (last < Tokens.Count && Text.SentenceOf[last] == Text.SentenceOf[low] && Tokens[last].Start < toponym.Span.End)
        {
            last++;
        }
        return new Located(number, low, last, toponym);
    }
}
