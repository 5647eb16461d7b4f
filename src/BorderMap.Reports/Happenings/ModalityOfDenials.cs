using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>How far a denial reaches.</summary>
internal static partial class Modality
{
    /// <summary>"denied any death and spoke of one injured soldier": what is told after the denial is not denied.</summary>
    private static bool IsSpokenOn(IReadOnlyList<Token> tokens, PhraseMatch<Marker> marker, int first) => marker.Value.Class is "denial"
        && Enumerable.Range(marker.Last, Math.Max(0, first - marker.Last - 1)).Any(at => tokens[at].Key is "and" or "but" && tokens[at + 1].Key is "spoke" or "speaks" or "said" or "says" or "put" or "puts" or "gave" or "gives" or "reported" or "admitted" or "acknowledged" or "conceded" or "counted" or "listed" or "told" or "confirmed");
}
