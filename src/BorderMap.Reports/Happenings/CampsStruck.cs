using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>"Pakistan's military said it struck five camps of the TTP in Gomal": a state reaches camps on the other's soil from the air, where no gun is named.</summary>
internal sealed class CampsStruck(Passage passage)
{
    /// <summary>Words from the verb to the camps.</summary>
    private const int FarthestCamp = 8;

    public bool IsStruckByState(PhraseMatch<Act> act, in Sentence sentence) => passage.Tokens[act.First].Key is "struck" or "striking" or "hit" or "hitting" or "targeted" or "targeting"
        && HasCamps(act.First, sentence.Last) && IsOfPakistan(sentence.First, act.First) && IsOnAfghanSoil(act.First);

    private bool HasCamps(int verb, int to) => Enumerable.Range(verb, Math.Min(FarthestCamp, to - verb)).TakeWhile(at => passage.Tokens[at].Kind is not TokenKind.Mark)
        .Any(at => passage.Tokens[at].Key is "camp" or "camps" or "hideout" or "hideouts" or "sanctuary" or "sanctuaries");

    private bool IsOfPakistan(int from, int verb) => Enumerable.Range(from, verb - from).Any(at => passage.Tokens[at].Key is "pakistan" or "pakistans" or "pakistani" or "islamabad" or "rawalpindi");

    /// <summary>By the first place behind the verb: "hit camps in Gomal, an official in Islamabad said".</summary>
    private bool IsOnAfghanSoil(int verb) => passage.PlacesIn(passage.Text.SentenceOf[verb]).FirstOrDefault(located => located.First > verb && located.Toponym.Usage is ToponymUsage.Literal) is { Toponym.Place.Country: "AF" };
}
