using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Happenings;

/// <summary>Provinces told together at first, and then each with a place of its own.</summary>
internal sealed partial class Assembly
{
    /// <summary>
    /// "Strikes on Khost and Kunar killed 47. In Spera district of Khost a house was hit; in Shigal district of Kunar six died": what was told of both provinces,
    /// where a sentence begins with a place in one of them and another with a place in the other.
    /// </summary>
    private Happening? WholeOf(int number, IReadOnlyList<Scene> own) => own is [{ Role: PlaceRole.Scene, Place.Kind: not PlaceKind.Province } place] && !passage.IsRow(number) && !passage.IsHeading(number) && IsAtHead(place.Located, number)
        ? Latest.LastOrDefault(happening => happening.Scenes.Count > 1 && happening.First is { IsRow: false } && happening.First.Sentence < number && Acts.IsViolent(happening.Kind)
            && happening.Scenes.All(scene => scene.Place!.Kind is PlaceKind.Province) && happening.Scenes.Any(scene => Holds(scene, place)) && IsSharedWith(happening, place, number)) : null;

    /// <summary>Whether a sentence near by begins with a place in another province of those told.</summary>
    private bool IsSharedWith(Happening whole, Scene own, int number)
    {
        for (var other = Math.Max(whole.First.Sentence + 1, number - Farthest); other < Math.Min(passage.Text.Sentences.Count, number + Farthest + 1); other++)
        {
            if (other != number && (passage.TollsIn(other).Count > 0 || bySentence[other].Any(mention => Acts.IsViolent(mention.Kind)))
                && passage.PlacesIn(other).Where(located => IsAtHead(located, other)).Select(located => new Scene(located, PlaceRole.Scene, "head")).Any(head => head.Place is not null && whole.Scenes.Any(scene => !Holds(scene, own) && (Holds(scene, head) || scene.Place!.Id == head.Place.Id))))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Takes from what was told of several provinces the one whose share is told by itself.</summary>
    private void TakeShare(Happening whole, Scene own) => whole.DropHolders((outer, _) => Holds(outer, own));
}
