using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Words that stand where a speaker is named, and name nobody.</summary>
internal sealed partial class SpeechReader
{
    /// <summary>Words that tie what follows to something else: a name neither ends with one nor, without a speaker behind it, begins with one.</summary>
    private static readonly HashSet<string> Ties = new(StringComparer.Ordinal) { "of", "with", "for", "as", "without", "about", "than", "like" };

    private bool IsTie(int at) => Ties.Contains(tokens[at].Key) || Wheres.Contains(tokens[at].Key);

    /// <summary>"by a neighbour's phone", "in spite of a pause", "people from", "November 9": how, when or the rest of a clause, and nobody.</summary>
    private bool NamesNobody(int first, int end)
    {
        var isDate = Enumerable.Range(first, end - first).All(at => tokens[at].Kind is not TokenKind.Word || Dates.Months.Is(tokens[at].Key) || Days.Contains(tokens[at].Key)) && Enumerable.Range(first, end - first).Any(at => tokens[at].IsWord);
        if (isDate || (tokens[end - 1] is { IsCapital: false } && IsTie(end - 1)))
        {
            return true;
        }
        return IsTie(first) && !Enumerable.Range(first, end - first).Any(at => tokens[at].IsMark(',') || tokens[at].Key is "we" or "our" || IsOfSpeaker(at, end) || Toponyms.NameRoles.Of(tokens, at) is not Toponyms.NameRole.None) && ActorNames.Find(tokens, first, end).Count == 0;
    }
}
