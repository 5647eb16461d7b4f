using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Figures given after the deed: a toll that has risen, one who died of his wounds, another account of a row of a table.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words from "them" to the day on which one of them died.</summary>
    private const int FarthestOfThem = 3;

    /// <summary>Words from "risen" to its figure.</summary>
    private const int FarthestRise = 3;

    private static readonly HashSet<string> Rises = new(StringComparer.Ordinal) { "risen", "rose", "rises", "climbed", "increased", "grown", "gone" };

    /// <summary>Whether the day beside a toll is the one on which it was found, counted or added to, and not that of the deed.</summary>
    private bool IsOfLaterDay(Toll toll, int number, TimeMention time) => IsOfFind(toll) || HasRisen(toll, number) || IsOfLaterDeath(time);

    /// <summary>"found the bodies of two men", "two more bodies were recovered": found on that day, and dead since another.</summary>
    private bool IsOfFind(Toll toll) => toll.Cue.Contains("bodies", StringComparison.Ordinal) && Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => passage.Tokens[at].Key is "found" or "recovered" or "discovered" or "retrieved" or "recovering");

    /// <summary>"With two bodies found this morning the number killed at Shawal has risen to eleven": of the deed told before, whenever it was counted.</summary>
    private bool HasRisen(Toll toll, int number)
    {
        if (!toll.Cue.StartsWith("number", StringComparison.Ordinal) && (toll.IsPart || toll.IsZero || bySentence[number].Any(mention => mention.Form is not ActForm.Weak && Acts.IsViolent(mention.Kind))))
        {
            return false;
        }
        var sentence = passage.Text.Sentences[number];
        var first = Math.Max(sentence.First, Math.Min(toll.First, toll.FigureFirst) - FarthestRise);
        return Enumerable.Range(first, Math.Max(0, sentence.Last - 1 - first)).Any(at => Rises.Contains(passage.Tokens[at].Key) && passage.Tokens[at + 1].Key is "to" or "up");
    }

    /// <summary>"three died, the last of them on Sunday": the day of a death, and not of the deed.</summary>
    private bool IsOfLaterDeath(TimeMention time) => time.First > FarthestOfThem && Enumerable.Range(time.First - FarthestOfThem, FarthestOfThem).Any(at => passage.Tokens[at].Key is "them" or "whom" && passage.Tokens[at - 1].Is("of"));

    /// <summary>"The authorities have higher figures for Gomal (15 killed on 14 March)", below a table: of the row with that place, and its day where one is told.</summary>
    private Happening? OfTableAbove(int number, List<Scene> places, TimeMention? time, string rule)
    {
        if (passage.IsRow(number) || places is not [{ Place.Id: { } id }])
        {
            return null;
        }
        var rows = Latest.Where(happening => happening.First.IsRow && passage.RowOf(happening.First.Sentence) is not null && Acts.IsViolent(happening.Kind) && happening.Scenes.Any(scene => scene.Place!.Id == id)).ToList();
        var day = rule is "clause" or "sentence" && time is { IsDated: true, Use: TimeUse.When } ? time.Start ?? time.End : null;
        return day is null ? rows is [var only] ? only : null : rows.Find(happening => happening.Time.Time is { IsDated: true } told && (told.Start ?? told.End) <= day && (told.End ?? told.Start) >= day);
    }
}
