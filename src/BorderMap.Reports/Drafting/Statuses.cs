using BorderMap.Reports.Happenings;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>How well a happening is known: told by the report or by several, by one side alone, or denied by a party.</summary>
internal static class Statuses
{
    public static DraftStatus Of(Passage passage, Happening happening)
    {
        if (happening.Denials.Any(denial => denial.By?.Act is not SpeechAct.Claim && !IsTeller(passage, happening, denial) && !IsOfLoss(passage, happening, denial)))
        {
            return DraftStatus.Denied;
        }
        return IsClaimed(passage, happening) ? DraftStatus.Claimed : DraftStatus.Reported;
    }

    /// <summary>Whether one side alone, with an interest in it, says that it happened: nobody of the other side, of a hospital or of the place counts who came to harm.</summary>
    private static bool IsClaimed(Passage passage, Happening happening)
    {
        // Gates and truces are states that anybody can see, and a log with a source for each row takes nobody's part; the rows of a party's own statement do.
        if ((happening.First.IsRow && happening.First.Speech is not { IsVoice: true }) || happening.Group is "crossing_closure" or "crossing_reopening" or "ceasefire")
        {
            return false;
        }
        var told = happening.Mentions.Where(mention => !mention.IsHeading && !(mention.Speech is null && IsHearsay(passage, mention))).Select(mention => mention.Speech).ToList();
        return told.Count > 0 && told.TrueForAll(IsOfSide) && told.Select(speech => speech?.Actor?.Side).Distinct().Count() == 1
            && happening.Tolls.All(counted => counted.Speech is null || counted.Speech.Actor?.Side == told[0]?.Actor?.Side);
    }

    /// <summary>"Counterstrikes reportedly killed nine": the report itself does not vouch for it.</summary>
    private static bool IsHearsay(Passage passage, Mention mention) => Enumerable.Range(mention.Clause.From, Math.Max(0, mention.Clause.To - mention.Clause.From)).Any(at => passage.Tokens[at].Key is "reportedly" or "allegedly" or "purportedly" or "supposedly" or "apparently");

    private static bool IsOfSide(Speech? speech)
    {
        var isLocal = speech?.Actor?.Id is "afg-local-authorities" or "afg-police" or "pak-police" or "pak-local-administration";
        return speech is { Act: SpeechAct.Claim } ? !(isLocal && speech.IsVoice) : !isLocal && speech?.Actor is { Side: "AF" or "PK" };
    }

    /// <summary>"denied that two outposts were lost": a loss in a fight is denied, the fight is not.</summary>
    private static bool IsOfLoss(Passage passage, Happening happening, (Speech? By, int First, int Last) denial) =>
        Enumerable.Range(denial.First, Math.Max(0, denial.Last - denial.First)).Any(at => passage.Tokens[at].Key is "post" or "posts" or "outpost" or "outposts" or "checkpost" or "checkposts") && Enumerable.Range(denial.First, Math.Max(0, denial.Last - denial.First)).Any(at => passage.Tokens[at].Key is "fallen" or "fell" or "lost" or "captured" or "overrun" or "taken" or "abandoned" or "changed")
        && happening.Kind is not "post_capture" && happening.Mentions.Any(mention => mention is { IsHeading: false, Kind: not "post_capture", Denial: null });

    /// <summary>Who tells of a happening in a sentence before denies something else of it: a figure, a loss, a rumour.</summary>
    private static bool IsTeller(Passage passage, Happening happening, (Speech? By, int First, int Last) denial) => denial.By is { } by
        && happening.Mentions.Any(mention => mention is { IsHeading: false, Denial: null, Speech: { Act: not SpeechAct.Deny } teller } && mention.Sentence < passage.Text.SentenceOf[denial.First] && teller.Words == by.Words);
}
