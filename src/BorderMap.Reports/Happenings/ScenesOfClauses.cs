using BorderMap.Gazetteer;

namespace BorderMap.Reports.Happenings;

/// <summary>What the words around a place in its sentence make of it.</summary>
internal sealed partial class Scenes
{
    /// <summary>"hit the district, in Paktika", "struck in Paktika: at Laman in Urgun": of a province alone, the smaller place that the sentence goes on to name, or that a word of it means.</summary>
    private List<Scene> Within(List<Scene> scenes, List<Located> candidates, (int From, int To) clause, int act)
    {
        if (scenes is not [{ Place: { Kind: PlaceKind.Province, Place: not null } } province])
        {
            return scenes;
        }
        var listed = clause.To < tokens.Count && tokens[clause.To].IsMark(':') ? candidates.FindAll(located => located.First >= clause.To && LiesIn(located, province.Located)) : [];
        return listed.Count > 0 ? Settle(listed, "sentence") : Anaphor(clause, act) is { } meant && LiesIn(meant.Located, province.Located) ? [meant] : scenes;
    }

    /// <summary>"the gate at Angur Ada was shut when two posts fired at each other": a clause that hangs on another, and names no place, is where that one is.</summary>
    private List<Scene> OfHost(List<Located> all, int sentence, (int From, int To) clause)
    {
        var at = clause.From - 1;
        at -= at > 0 && tokens[at].Kind is Reading.TokenKind.Mark ? 1 : 0;
        if (at <= passage.Text.Sentences[sentence].First || tokens[clause.From].Key is not "when")
        {
            return [];
        }
        var host = Clauses.Of(tokens, passage.Text.Sentences[sentence], at, at + 1);
        return Settle(all.FindAll(located => located.First >= host.From && located.Last <= host.To), "beside");
    }

    /// <summary>"a police official in Kurram said seven had been hurt there": of a paragraph that names no other place, where the one who speaks is.</summary>
    private Located? OfLocalSpeaker(List<Located> told, int sentence) => told.Exists(located => passage.Text.SentenceOf[located.First] is var of && passage.SameBlock(of, sentence) && IsCandidate(located, of)) ? null
        : told.LastOrDefault(located => passage.Text.SentenceOf[located.First] == sentence && located.Toponym.Place!.Kind is not PlaceKind.Province);

    /// <summary>"In another place, Spera district of Khost, partners report ...": what was taken for the head of the name says where.</summary>
    private bool IsBeforeSpeaker(Speakers.Speech speech, Located located) => speech.VerbFirst >= speech.Last && speech.First > 0 && tokens[speech.First - 1].IsMark(',') && Enumerable.Range(located.Last, Math.Max(0, speech.Last - located.Last)).LastOrDefault(at => tokens[at].IsMark(','), -1) is >= 0 and var comma && comma + 2 >= speech.Last - 1 && passage.PlacesIn(passage.Text.SentenceOf[located.First]).Any(first => first.First == speech.First);
}
