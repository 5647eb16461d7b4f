using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Happenings;

/// <summary>What is told of a province first and of its spot in the sentence after.</summary>
internal sealed partial class Assembly
{
    /// <summary>Sentences on to the one that names the spot.</summary>
    private const int FarthestSpot = 2;

    /// <summary>Words with which a telling goes on to say where it was.</summary>
    private static readonly HashSet<string> Spots = new(StringComparer.Ordinal) { "place", "spot", "site", "scene", "location", "incident", "group", "attack", "area", "general", "spotted", "detected", "intercepted", "occurred", "happened" };

    /// <summary>"pulled down wire in Nimroz, a video shows. The place is in Chahar Burjak district": so wide a place gives way to the one in it that the next sentences name for it.</summary>
    private void PlaceBySpotNext(Happening happening)
    {
        if (happening.Scenes is not [{ Place: { Kind: PlaceKind.Province, Place: { } province } }] || happening.First.IsRow)
        {
            return;
        }
        var first = happening.First.Sentence;
        for (var next = first + 1; next <= first + FarthestSpot && next < passage.Text.Sentences.Count && !passage.IsRow(next); next++)
        {
            if (bySentence[next].Any(mention => mention.Form is not (ActForm.Weak or ActForm.Read) && byMention.GetValueOrDefault(mention) != happening))
            {
                return;
            }
            var sentence = passage.Text.Sentences[next];
            if (passage.PlacesIn(next).FirstOrDefault(located => scenes.MayBe(located) && located.Toponym.Place!.Place is { Kind: not PlaceKind.Province } place && place.Id != province.Id && passage.IsIn(place, province) && scope.IsInBelt(located.Toponym.Place)) is { } spot
                && Enumerable.Range(sentence.First, spot.First - sentence.First).Any(at => Spots.Contains(passage.Tokens[at].Key)))
            {
                happening.Move([new Scene(spot, PlaceRole.Scene, "told next")]);
                return;
            }
        }
    }
}
