using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Which names of a text are places: those that the gazetteer or the list of far places knows, less those of persons, units and peoples.</summary>
internal sealed partial class Mentions
{
    /// <summary>A town recorded in so many names is known well enough to need no cue.</summary>
    private const int NamesOfTown = 8;
    private static readonly HashSet<string> PlaceWords = new(StringComparer.Ordinal)
        { "killi", "kili", "kalay", "kali", "kalli", "kot", "qala", "qalat", "goth", "deh", "chak", "tangi", "banda", "kandao", "narai", "sar", "top", "ghundai", "algad", "khel", "pass", "kotal", "shela", "khwar", "ziarat", "garhi", "dara", "darra", "kandaw", "mela", "baba" };

    /// <summary>Words for a hamlet that stand before its name.</summary>
    private static readonly HashSet<string> Hamlets = new(StringComparer.Ordinal) { "killi", "kili", "kilay", "killay", "kelay", "kaley", "goth", "chak", "mauza", "deh" };

    private const int LongestUnknown = 3;
    private const int LongestTribes = 7;

    private readonly ReportText text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);

    /// <summary>Tokens of cells in columns of places.</summary>
    private readonly HashSet<int> placeCells;

    private bool IsInPlaceCell(int at) => placeCells.Contains(at);

    private Mentions(ReportText text)
    {
        (this.text, tokens) = (text, text.Tokens);
        placeCells = [.. text.Rows.Values.Where(row => row.IsRecord).SelectMany(row => row.Cells).Where(cell => cell.Kind is ColumnKind.Place).SelectMany(cell => Enumerable.Range(cell.First, cell.Last - cell.First))];
    }

    public static List<PlaceMention> Find(ReportText text, TextMatcher matcher)
    {
        var mentions = new Mentions(text);
        return mentions.WithRepeated(mentions.WithUnknown(mentions.Known(matcher)));
    }

    private List<PlaceMention> Known(TextMatcher matcher)
    {
        var far = text.Sentences.SelectMany(sentence => FarPlaces.Find(tokens, sentence))
            .Select(match => new PlaceMention(match.First, match.Last, text.SpanOf(match.First, match.Last), null, match.Value, "far")).ToList();
        var taken = far.SelectMany(mention => Enumerable.Range(mention.First, mention.Last - mention.First)).ToHashSet();
        var found = new List<PlaceMention>(far);
        found.AddRange(Capitals(matcher));
        var candidates = matcher.Find(text.Plain).SelectMany(match => Parts(match, matcher)).Select(Placed).OfType<PlaceMention>().Where(mention => !taken.Contains(mention.First) && !taken.Contains(mention.Last - 1)).ToList();
        foreach (var mention in candidates)
        {
            NotePersons(mention);
        }
        for (var i = 0; i < candidates.Count; i++)
        {
            var mention = candidates[i];
            if (!IsPerson(mention) && !IsOrganisation(mention) && !IsOfTribe(mention) && !IsPartOfChain(mention) && !IsWord(mention) && !IsPartOfName(mention) && !IsStreet(mention) && HasGrounds(mention, i > 0 ? candidates[i - 1] : null, i + 1 < candidates.Count ? candidates[i + 1] : null))
            {
                found.Add(mention);
            }
        }
        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        return found;
    }

    /// <summary>"Allah", "Frontier", "the Bakhtar agency": words that some hamlet is called too.</summary>
    private bool IsWord(PlaceMention mention) => mention.Last - mention.First == 1 && (mention.Named is null || (mention.Last < tokens.Count && tokens[mention.Last].Key is "agency")) && NotNames.Contains(tokens[mention.First].Key) && mention.Match is { Places: [{ Kind: not PlaceKind.Country }, ..] };

    /// <summary>"the Mal Road quarter", "in Nawa Street": of a street, in a town that is named elsewhere.</summary>
    private bool IsStreet(PlaceMention mention) => !mention.IsWellKnown && mention.Match is not { Places: [{ Names.Count: >= NamesOfTown }, ..] } && mention.Last < tokens.Count && tokens[mention.Last].IsCapital && tokens[mention.Last].Key is "road" or "street" or "chowk" or "colony" or "mohalla" or "mohallah" or "lane" or "avenue" or "phatak" or "bypass";

    /// <summary>"Spin Boldak-Chaman" is recorded for a crossing; a text means the two towns.</summary>
    private TextMatch[] Parts(TextMatch match, TextMatcher matcher)
    {
        var dash = match.Places is [{ Kind: PlaceKind.Crossing }, ..] ? text.Plain.AsSpan(match.Start, match.End - match.Start).IndexOfAny('-', '–') : -1;
        if (dash <= 0)
        {
            return [match];
        }
        TextMatch[] parts = [.. matcher.Find(text.Plain[match.Start..(match.Start + dash)]).Select(part => part with { Start = match.Start + part.Start }),
            .. matcher.Find(text.Plain[(match.Start + dash + 1)..match.End]).Select(part => part with { Start = match.Start + dash + 1 + part.Start })];
        return parts.Length == 2 ? parts : [match];
    }

    /// <summary>"Lashkar-e-Islam": a part of a chain of hyphens is no name.</summary>
    private bool IsPartOfChain(PlaceMention mention) =>
        (mention.First > 1 && tokens[mention.First - 1].IsJoined && IsLink(mention.First - 1)) || (mention.Last < tokens.Count && tokens[mention.Last - 1].IsJoined && IsLink(mention.Last));

    private bool IsLink(int at) => tokens[at].Key is "e" or "i" or "o" or "ul" or "ur" or "al";

    private PlaceMention? Placed(TextMatch match)
    {
        var first = TokenAt(match.Start);
        if (first < 0)
        {
            return null;
        }
        var last = first + 1;
        while (last < tokens.Count && text.SentenceOf[last] == text.SentenceOf[first] && tokens[last].Start < match.End)
        {
            last++;
        }
        // "Torkham border crossing" is recorded so; the words of kind are none of the name in a text.
        while (last > first + 1 && !tokens[last - 1].IsCapital && PlaceCues.IsKind(tokens, last - 1) | tokens[last - 1].Key is "border")
        {
            last--;
        }
        var rule = match.How switch { TextMatchKind.Exact => "recorded", TextMatchKind.Spelling => "spelling", _ => "slip" };
        // "Ghakhi Pass": a pass is called so.
        last += last < tokens.Count && tokens[last].Key is "pass" && tokens[last].IsCapital && text.SentenceOf[last] == text.SentenceOf[first] ? 1 : 0;
        // "Kili Luqman", "Goth Ramzan": the word for a hamlet is a part of its name.
        first -= first > 0 && Hamlets.Contains(tokens[first - 1].Key) && tokens[first - 1].IsCapital && text.SentenceOf[first - 1] == text.SentenceOf[first] ? 1 : 0;
        // "Suran Darra": a word for a valley or a hill is recorded somewhere; with a name before it, it is another place.
        if (last == first + 1 && EditedNames.IsGeneric(tokens[first].Key) && match.Named is null && first > 0 && IsOfRun(first - 1) && !EndsRun(first - 1) && text.SentenceOf[first - 1] == text.SentenceOf[first] && !NotNames.Contains(tokens[first - 1].Key) && NameRoles.Of(tokens, first - 1) is NameRole.None && !tokens[first - 1].IsPossessive && !PlaceCues.IsKind(tokens, first - 1))
        {
            return new PlaceMention(first - 1, last, new TextSpan(tokens[first - 1].Start, tokens[last - 1].End), match with { Places = [], How = TextMatchKind.Spelling }, null, "cue");
        }
        return new PlaceMention(first, last, new TextSpan(tokens[first].Start, tokens[last - 1].End), match, null, rule) { Named = match.Named };
    }

    /// <summary>The token that begins at an offset; -1 where the text was not taken apart.</summary>
    private int TokenAt(int offset) => text.TokenFrom(offset) is >= 0 and var token && tokens[token].Start == offset ? token : -1;

    /// <summary>A hamlet's name may be any word: it needs a cue, or a place beside it.</summary>
    private bool HasGrounds(PlaceMention mention, PlaceMention? before, PlaceMention? after)
    {
        var match = mention.Match!;
        if (IsCued(mention))
        {
            return match.How is not TextMatchKind.Slip || mention.Named is not null || mention.IsWellKnown || IsBeside(mention, before, after);
        }
        var isTown = match.Places is [{ } best, ..] && (best.Kind is not PlaceKind.Locality || best.Names.Count >= NamesOfTown);
        return match.How switch
        {
            TextMatchKind.Exact => isTown || IsBeside(mention, before, after),
            TextMatchKind.Spelling => mention.IsWellKnown || IsBeside(mention, before, after),
            _ => mention.IsWellKnown && IsBeside(mention, before, after),
        };
    }

    private bool IsCued(PlaceMention mention) =>
        mention.Named is not null || IsDateline(mention) || IsInPlaceCell(mention.First)
        || PlaceCues.Of(tokens, mention.First - 1) is PlaceCue.Locative or PlaceCue.Loose or PlaceCue.Area
        || PlaceCues.IsKind(tokens, mention.Last)
        || (tokens[Math.Max(0, mention.First - 1)].Key is "the" && PlaceCues.IsLocative(tokens, mention.First - 2) && PlaceCues.IsKind(tokens, mention.Last));

    /// <summary>"KHAR: A constable ...": at the head of a paragraph, in capitals.</summary>
    private bool IsDateline(PlaceMention mention) => !Enumerable.Range(mention.First, mention.Last - mention.First).All(at => NameRoles.Of(tokens, at) is NameRole.Given or NameRole.Family or NameRole.Title) && (tokens[mention.First].IsAllCapitals || (mention.First == 0 && mention.Rule is "recorded")) && text.Sentences[text.SentenceOf[mention.First]].First == mention.First && mention.Last < tokens.Count && (tokens[mention.Last].IsMark(':') || tokens[mention.Last].IsMark('-') || tokens[mention.Last].IsMark('('));

    /// <summary>In a list with a place, or before one that holds it: "Sarkano, Kunar".</summary>
    private bool IsBeside(PlaceMention mention, PlaceMention? before, PlaceMention? after) =>
        (before is not null && (before.IsWellKnown || IsCued(before)) && IsJoin(before.Last, mention.First))
        || (after is not null && (after.IsWellKnown || IsCued(after)) && IsJoin(mention.Last, after.First));

    private bool IsJoin(int from, int to)
    {
        if (to <= from || to - from > 3 || text.SentenceOf[from - 1] != text.SentenceOf[to])
        {
            return false;
        }
        for (var at = from; at < to; at++)
        {
            if (!(tokens[at].IsMark(',') || tokens[at].Key is "and" or "or" or "to" || PlaceCues.IsKind(tokens, at)))
            {
                return false;
            }
        }
        return true;
    }
}
