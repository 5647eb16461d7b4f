using BorderMap.Reports.Happenings;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>How well a happening is known: told by the report or by several, by one side alone, or denied by a party.</summary>
internal static class Statuses
{
    public static DraftStatus Of(Passage passage, Happening happening)
    {
        if (happening.Denials.Any(denial => denial.By?.Act is not SpeechAct.Claim && !IsTeller(passage, happening, denial)))
        {
            return DraftStatus.Denied;
        }
        return IsClaimed(happening) ? DraftStatus.Claimed : DraftStatus.Reported;
    }

    /// <summary>Whether one side alone, with an interest in it, says that it happened: nobody of the other side, of a hospital or of the place counts who came to harm.</summary>
    private static bool IsClaimed(Happening happening)
    {
        // Gates and truces are states that anybody can see, and a log with a source for each row takes nobody's part; the rows of a party's own statement do.
        if ((happening.First.IsRow && happening.First.Speech is not { IsVoice: true }) || happening.Group is "crossing_closure" or "crossing_reopening" or "ceasefire")
        {
            return false;
        }
        var told = happening.Mentions.Where(mention => !mention.IsHeading).Select(mention => mention.Speech).ToList();
        return told.TrueForAll(IsOfSide) && told.Select(speech => speech?.Actor?.Side).Distinct().Count() == 1
            && happening.Tolls.All(counted => counted.Speech is null || counted.Speech.Actor?.Side == told[0]?.Actor?.Side);
    }

    private static bool IsOfSide(Speech? speech)
    {
        var isLocal = speech?.Actor?.Id is "afg-local-authorities" or "afg-police" or "pak-police" or "pak-local-administration";
        return speech is { Act: SpeechAct.Claim } ? !(isLocal && speech.IsVoice) : !isLocal && speech?.Actor is { Side: "AF" or "PK" };
    }

    /// <summary>Who tells of a happening in a sentence before denies something else of it: a figure, a loss, a rumour.</summary>
    private static bool IsTeller(Passage passage, Happening happening, (Speech? By, int First, int Last) denial) => denial.By is { } by
        && happening.Mentions.Any(mention => mention is { IsHeading: false, Denial: null, Speech: { Act: not SpeechAct.Deny } teller } && mention.Sentence < passage.Text.SentenceOf[denial.First] && teller.Words == by.Words);
}
