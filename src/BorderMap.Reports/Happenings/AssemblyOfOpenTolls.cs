using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Tolls that are told before what they came of.</summary>
internal sealed partial class Assembly
{
    private const int FarthestUpdate = 12;

    /// <summary>The last sentence of a title and of what opens a text.</summary>
    private const int LastOfOpening = 3;

    /// <summary>Tolls with a place that no telling before them had: a later one of that place has them, in texts that tell the newest first.</summary>
    private readonly List<(Toll Toll, int Sentence, IReadOnlyList<Scene>? Places)> open = [];

    private void AttachOpen()
    {
        foreach (var (toll, sentence, places) in open)
        {
            if (happenings.Find(happening => Acts.IsViolent(happening.Kind) && happening.Scenes.Any(scene => (places ?? []).Any(place => IsSame(scene, place)))) is { } home || (home = (places is { Count: 0 } ? OnlyOne(sentence) ?? OfLeadIn(sentence) : null) ?? ToldNext(sentence, places)) is not null)
            {
                home.Add(toll, passage.SpeakerOf(toll), sentence);
            }
            else
            {
                Leave(toll.First, toll.Last, "toll without happening", toll.Cue);
            }
        }
    }

    /// <summary>"UPDATE: four dead": of the only violence that a text tells, if it is not far and nothing else of violence stands between.</summary>
    private Happening? OnlyOne(int sentence)
    {
        if (happenings.Where(happening => Acts.IsViolent(happening.Kind)).Take(2).ToList() is not [var only])
        {
            return null;
        }
        var (first, last) = (Math.Min(sentence, only.LastSentence), Math.Max(sentence, only.LastSentence));
        return last - first <= FarthestUpdate && !Enumerable.Range(first, last - first + 1).Any(between => bySentence[between].Any(outside.Contains)) ? only : null;
    }

    /// <summary>"Mortars struck Gurbuz, police said: / - two women were killed / - four men were wounded": a list tells the harm of what the sentence right above it tells.</summary>
    private Happening? OfLeadIn(int sentence)
    {
        var above = sentence - 1;
        while (above >= 0 && sentence - above <= FarthestUpdate && passage.IsRow(above))
        {
            above--;
        }
        var told = !passage.IsRow(sentence) || above < 0 || passage.IsRow(above) || passage.IsHeading(above) ? [] : bySentence[above].Select(mention => byMention.GetValueOrDefault(mention)).OfType<Happening>().Where(happening => Acts.IsViolent(happening.Kind)).Distinct().Take(2).ToList();
        return told is [var only] ? only : null;
    }

    /// <summary>"Six bodies lay in the hospital. Rounds had been fired from beyond the wire": who came to harm is told first, and the next sentences tell of what.</summary>
    private Happening? ToldNext(int sentence, IReadOnlyList<Scene>? places) => sentence > LastOfOpening ? null : happenings.Find(happening => Acts.IsViolent(happening.Kind) && happening.First.Sentence - sentence is > 0 and <= FarthestPart && happening.First.IsRow == passage.IsRow(sentence) && !passage.IsRow(sentence)
        && !Enumerable.Range(sentence, happening.First.Sentence - sentence).Any(between => bySentence[between].Any(outside.Contains)) && (places is null or { Count: 0 } || happening.Scenes.Any(told => places.Any(scene => !IsFar(told, scene)))));

    /// <summary>"In all, eight people died", after fights of several days: of all of them.</summary>
    private bool IsOverall(int number)
    {
        var sentence = passage.Text.Sentences[number];
        var isSum = passage.Tokens[sentence.First].Key is "altogether" or "overall" || (sentence.Last - sentence.First > 2 && passage.Tokens[sentence.First].Key is "in" && passage.Tokens[sentence.First + 1].Key is "all" or "total" or "sum");
        return isSum && !passage.IsRow(number) && Latest.Where(happening => Acts.IsViolent(happening.Kind)).Select(happening => happening.Time.Time?.Start).Distinct().Take(2).Count() > 1;
    }

    /// <summary>"seven were killed and two apprehended": those taken go with the dead of their sentence.</summary>
    private Happening? TakenBeside(Toll toll, int number) => toll.Outcome is Outcome.Captured or Outcome.Missing && lastHome is var (before, home) && before.Outcome is Outcome.Killed or Outcome.Injured && Acts.IsViolent(home.Kind)
        && passage.Text.SentenceOf[before.First] == number && before.Last <= toll.First && toll.First - before.Last <= LongestJoint && !HasSemicolon(before.Last, toll.First) ? home : null;
}
