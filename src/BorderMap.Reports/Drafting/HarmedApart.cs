using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Drafting;

/// <summary>Dead and hurt of one sentence who are not of one group.</summary>
internal static class HarmedApart
{
    public static bool Are(Passage passage, Toll told, Toll toll) => passage.Text.SentenceOf[told.First] == passage.Text.SentenceOf[toll.First] && !told.IsZero && !toll.IsZero && told.Last <= toll.First && (AreSoldiersAndPeople(passage, told, toll) || IsOfOwn(passage, told, toll));

    private const int LongestAside = 6;

    /// <summary>"a soldier was killed and eleven people were wounded": the people are not the soldiers; of "ten people, three of them civilians" most are.</summary>
    private static bool AreSoldiersAndPeople(Passage passage, Toll told, Toll toll) => told.Category is "soldiers" or "police" or "security_forces" && toll.Category is "all" && Has(passage, toll.First, toll.Last, "people", "persons")
        && !Has(passage, toll.FigureLast, Math.Min(passage.Text.Sentences[passage.Text.SentenceOf[toll.First]].Last, toll.Last + LongestAside), "civilians", "civilian");

    /// <summary>"six soldiers had been killed and one of their own men was hurt".</summary>
    private static bool IsOfOwn(Passage passage, Toll told, Toll toll) => !told.IsOfSpeaker && told.Category is not null && toll.IsOfSpeaker && Has(passage, toll.First, toll.Last, "own", "ours");

    private static bool Has(Passage passage, int from, int to, string word, string other) => Enumerable.Range(from, Math.Max(0, to - from)).Any(at => passage.Tokens[at].Key == word || passage.Tokens[at].Key == other);
}
