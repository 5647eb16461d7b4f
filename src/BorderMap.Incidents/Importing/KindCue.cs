namespace BorderMap.Incidents.Importing;

/// <summary>Words that name a kind: of several entries the first that fits a text speaks for it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Words">Folded words or phrases, whole words only.</param>
/// <param name="Unless">A text with any of these words does not name the kind.</param>
public sealed record KindCue(string Kind, IReadOnlyList<string> Words, IReadOnlyList<string>? Unless = null)
{
    /// <summary>The kind that all texts which name one agree on; null: none does, or they differ.</summary>
    public static string? Agreed(IReadOnlyList<KindCue> cues, IEnumerable<string> texts)
    {
        string? agreed = null;
        foreach (var text in texts)
        {
            var folded = $" {ActorBook.Fold(text)} ";
            if (cues.FirstOrDefault(cue => cue.Names(folded)) is not { } found)
                continue;
            if (agreed is not null && agreed != found.Kind)
                return null;
            agreed = found.Kind;
        }
        return agreed;
    }

    private bool Names(string folded) => Words.Any(word => Holds(folded, word)) && !(Unless ?? []).Any(word => Holds(folded, word));

    private static bool Holds(string folded, string word) => folded.Contains($" {word} ", StringComparison.Ordinal);
}
