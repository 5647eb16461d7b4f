using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>"Seven fell, and on his side four got wounds", "one of his jawans was grazed": a speaker's own, and so the enemy's beside them.</summary>
internal static class OwnLosses
{
    private const int FarthestOwner = 3;
    private const int FarthestForce = 2;

    private static readonly HashSet<string> Forces = new(StringComparer.Ordinal)
        { "side", "jawans", "boys", "soldiers", "troops", "fighters", "guards", "own", "mujahideen", "force", "forces" };

    /// <summary>The tolls of a passage, with the speakers' own and the enemy's known by "his", "our" before the force.</summary>
    public static List<(Toll Toll, Speech? Speech)> Mark(Passage passage, IReadOnlyList<(Toll Toll, Speech? Speech)> told)
    {
        List<(Toll Toll, Speech? Speech)> tolls = [.. told.Select(each => IsOwn(passage, each) ? (each.Toll with { IsOfSpeaker = true }, each.Speech) : each)];
        for (var at = 0; at < tolls.Count; at++)
        {
            var (toll, speech) = tolls[at];
            // "seven of his fighters were martyred and twelve wounded": a bare figure goes on with them.
            if (at > 0 && tolls[at - 1].Toll.IsOfSpeaker && toll is { IsOfSpeaker: false, IsOfEnemy: false, Side: null } && GoesOn(passage, tolls[at - 1].Toll, toll))
            {
                tolls[at] = (toll with { IsOfSpeaker = true }, speech);
                continue;
            }
            if (at > 0 && IsBareBeside(passage, tolls[at - 1].Toll, toll))
            {
                toll = toll with { Side = tolls[at - 1].Toll.Side, Category = tolls[at - 1].Toll.Category, IsOfSpeaker = tolls[at - 1].Toll.IsOfSpeaker, IsOfEnemy = tolls[at - 1].Toll.IsOfEnemy };
                tolls[at] = (toll, speech);
                continue;
            }
            // Before an own loss in one sentence, armed men who are nobody's are the enemy's; what follows it may go on with the own.
            if (speech is not null && toll is { IsOfSpeaker: false, IsOfEnemy: false, IsZero: false } && People.IsFighting(toll.Category ?? "soldiers")
                && tolls.Exists(other => other.Toll.IsOfSpeaker && other.Toll.First > toll.First && !told.Any(each => each.Toll == other.Toll) && other.Speech?.Words == speech.Words && passage.Text.SentenceOf[other.Toll.First] == passage.Text.SentenceOf[toll.First]))
            {
                tolls[at] = (toll with { IsOfEnemy = true }, speech);
            }
        }
        return tolls;
    }

    private static bool GoesOn(Passage passage, Toll own, Toll toll) => toll.Outcome != own.Outcome && toll.FigureFirst > own.FigureLast && passage.Text.SentenceOf[toll.First] == passage.Text.SentenceOf[own.First]
        && (passage.Tokens[toll.FigureFirst - 1].Key is "and" or "with" or "another" || passage.Tokens[toll.FigureFirst - 1].IsMark(',')) && (toll.Category is null || toll.Category == own.Category);

    /// <summary>"fifty soldiers were killed; nine of his own dead, fourteen hurt": a number alone is of those told right before it, and of none before them.</summary>
    private static bool IsBareBeside(Passage passage, Toll told, Toll toll) => toll is { IsZero: false, IsPart: false, Outcome: Outcome.Injured } && told is { IsZero: false, IsPart: false, Outcome: Outcome.Killed } && toll.FigureLast - toll.FigureFirst == 1 && toll.FigureFirst - told.Last is >= 0 and <= FarthestForce
        && passage.Text.SentenceOf[toll.First] == passage.Text.SentenceOf[told.First] && Enumerable.Range(told.Last, toll.FigureFirst - told.Last).All(at => passage.Tokens[at].Key is "and" or "with" || passage.Tokens[at].IsMark(','));

    private static bool IsOwn(Passage passage, (Toll Toll, Speech? Speech) told)
    {
        var (toll, speech) = told;
        if (speech is null || toll is { IsOfSpeaker: true } or { IsOfEnemy: true } or { IsZero: true })
        {
            return false;
        }
        var from = Math.Max(passage.Text.Sentences[passage.Text.SentenceOf[toll.FigureFirst]].First, toll.FigureFirst - FarthestOwner);
        return Enumerable.Range(from, Math.Max(0, toll.FigureLast + FarthestOwner - from)).Any(at => at + 1 < passage.Tokens.Count && passage.Tokens[at].Key is "his" or "our" && IsBeside(passage, at, toll)
            && Enumerable.Range(at + 1, Math.Min(FarthestForce, passage.Tokens.Count - at - 1)).TakeWhile(word => passage.Tokens[word].IsWord).Any(word => Forces.Contains(passage.Tokens[word].Key)));
    }

    /// <summary>"on his side four", "one of his jawans", "four of our boys": tied to the figure by a preposition.</summary>
    private static bool IsBeside(Passage passage, int at, Toll toll) => at > 0 && passage.Tokens[at - 1].Key is "of" or "on" or "from" or "among"
        && Enumerable.Range(Math.Min(at, toll.FigureLast), Math.Abs(at - toll.FigureLast)).All(word => passage.Tokens[word].IsWord);
}
