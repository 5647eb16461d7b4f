using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Happenings;

/// <summary>Where what followed a deed was done, when nothing says that it was elsewhere.</summary>
internal sealed partial class Scenes
{
    /// <summary>Sentences back to the place of the deed that something followed.</summary>
    private const int FarthestDeed = 3;

    private static readonly PhraseTable<bool> Sequels = new([
        ("a|some|several|few|two|three|four|five|six|#|an|half couple? of? hours|hour|minutes|minute later|afterwards|afterward", true),
        ("not long after|afterwards|afterward", true), ("hours|minutes|moments|days|soon|shortly|immediately later|after|afterwards|afterward|thereafter", true),
        ("later|afterwards|afterward|thereafter|subsequently|then", true), ("in response|retaliation|return|reply|answer|turn", true),
        ("after|following that|this", true), ("the next|following|same day|morning|evening|night|afternoon", true), ("that same? day|morning|evening|night|afternoon", true)]);

    /// <summary>"Hours later shots from across the line wounded another soldier": at the place told last, across the paragraph.</summary>
    private List<Scene> OfSequel(int sentence)
    {
        var (first, last) = (passage.Text.Sentences[sentence].First, passage.Text.Sentences[sentence].Last);
        if (Sequels.At(tokens, first, last) is null)
        {
            return [];
        }
        for (var before = sentence - 1; before >= Math.Max(0, sentence - FarthestDeed); before--)
        {
            if (Settle(passage.PlacesIn(before).Where(located => IsCandidate(located, before)).ToList(), "sequel") is { Count: > 0 } scenes)
            {
                return scenes;
            }
        }
        return [];
    }
}
