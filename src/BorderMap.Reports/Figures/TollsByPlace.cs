using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Figures told place by place, side by side or blow by blow, with the word of harm once: "six died in Barmal and two in Spera".</summary>
internal sealed partial class Tolls
{
    private const int LongestPlace = 7;

    /// <summary>More in one place are a sum of months.</summary>
    private const int MostInPlace = 150;

    private void ReadPlaces()
    {
        if (found.Count == 0)
        {
            return;
        }
        foreach (var group in groups.FindAll(group => group is { IsPart: false, IsUnknown: false, Max: not 0, Rank: 0, Min: null or <= MostInPlace } && group.First - 1 > from && IsFree(group) && !StartsHarm(group.Last)))
        {
            if (found.FindLast(toll => toll.Last <= group.First && toll.FigureFirst < group.First) is not { Outcome: Outcome.Killed or Outcome.Injured, IsZero: false, IsEarlier: false, Rank: 0 } told || (told.IsPart && told.Cue is not "count") || (!group.IsBare && AreApart(told.Category ?? "all", group.Category ?? "all") && told.Category is not (null or "all")))
            {
                continue;
            }
            var (isShare, joint) = (false, JointBefore(group.First));
            var isBehind = HasPlaceAt(group.Last) && joint >= 0 && (EndOfPlace(told.Last) == joint || EndOfPlace(told.FigureLast) == joint || (isShare = IsShareOf(told, joint)));
            if (isBehind || (group.IsBare && StopsAt(group.Last) && IsPlaceBetween(told.Last, group.First)))
            {
                // "eight were killed: six in Barmal and two in Spera": the six are of the eight.
                found.Add(Another(told, group) with { Category = group.Category ?? told.Category, Side = People.SideOf(tokens, isBehind ? group.Last : told.Last, isBehind ? EndOfPlace(group.Last) : group.First), IsPart = isShare || told.IsPart, IsOfSpeaker = false, IsOfEnemy = false });
                found.Sort((a, b) => a.FigureFirst.CompareTo(b.FigureFirst));
            }
        }
    }

    /// <summary>"eight people were killed: six in Barmal ...": behind a colon or dash as many as the whole at most.</summary>
    private bool IsShareOf(Toll told, int joint) => told.Last == joint && (tokens[joint].IsMark(':') || tokens[joint].IsMark('-') || tokens[joint].IsMark(',')) && groups.Find(group => group.First > joint) is { } share && share.Min < told.Min && groups.FindAll(group => group.First > joint && HasPlaceAt(group.Last)) is { Count: > 1 } shares && shares.Sum(each => each.Min) == told.Min;

    /// <summary>Where what joins a figure to those before it begins: ", and", "while", ", against"; -1: nothing joins it.</summary>
    private int JointBefore(int figure)
    {
        var at = figure;
        while (at - 1 > from && figure - at < 4 && (tokens[at - 1].IsMark(',') || tokens[at - 1].IsMark(';') || tokens[at - 1].IsMark(':') || tokens[at - 1].IsMark('-') || tokens[at - 1].Key is "and" or "while" or "but" or "with" or "against" or "plus" or "another"))
        {
            at--;
        }
        return at < figure ? at : -1;
    }

    /// <summary>"in Spera", "in the second", "on the Afghan side", where the clause ends behind it.</summary>
    private bool HasPlaceAt(int at) => EndOfPlace(at) is var end && end > at && (end >= to || !tokens[end].IsWord || tokens[end].Key is "and" or "while" or "but" or "on" or "when" or "during" or "overnight" or "after" or "with")
        && Enumerable.Range(at + 1, end - at - 1).Any(word => tokens[word].IsCapital || tokens[word].Key is "first" or "second" or "third" or "other" or "another" or "former" or "latter" or "side" or "ours" or "theirs" or "neighbouring" or "nearby" or "each");

    private int EndOfPlace(int at)
    {
        if (at + 1 >= to || !IsWhere(tokens[at].Key) || tokens[at + 1].Kind is TokenKind.Number || tokens[at + 1].Key.EndsWith("day", StringComparison.Ordinal) || Dates.Months.Is(tokens[at + 1].Key) || tokens[at + 1].Key is "hospital" or "custody" or "all" or "critical" or "serious")
        {
            return at;
        }
        var end = at + 1;
        while (end < to && tokens[end].IsWord && !groups.Exists(group => group.First == end) && !(tokens[end].Key is "and" or "while" or "but" or "against" or "with" or "when" or "during" or "overnight" or "after" || (IsWhere(tokens[end].Key) && tokens[end].Key is "on" && end > at + 1 && !(end + 1 < to && tokens[end + 1].Key is "the"))))
        {
            if (end - at > LongestPlace || Auxiliaries.Contains(tokens[end].Key) || tokens[end].Key is "had" or "have" or "has" || harms.Exists(harm => harm.First == end))
            {
                return at;
            }
            end++;
        }
        return end;
    }

    /// <summary>"ten were killed in Barmal, in Spera four", "that on Barmal killed ten, the one on Spera four": the place first.</summary>
    private bool IsPlaceBetween(int first, int figure)
    {
        var at = EndOfPlace(first);
        if (at >= figure || !(tokens[at].IsMark(',') || tokens[at].IsMark(';') || tokens[at].Key is "and" or "while"))
        {
            return false;
        }
        at++;
        at += at < figure && tokens[at].Key is "and" or "while" or "but" ? 1 : 0;
        at += at < figure && tokens[at].Key is "that" ? 1 : at + 1 < figure && tokens[at].Key is "the" && tokens[at + 1].Key is "one" or "other" or "second" ? 2 : 0;
        return at + 1 < figure && figure - at <= LongestPlace && IsWhere(tokens[at].Key) && EndOfPlace(at) == figure && Enumerable.Range(at + 1, figure - at - 1).Any(word => tokens[word].IsCapital || tokens[word].Key is "second" or "other" or "side");
    }
}
