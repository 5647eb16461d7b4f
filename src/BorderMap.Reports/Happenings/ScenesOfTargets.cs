using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Happenings;

/// <summary>Where those hit what their sentence tells, of whom it says only where they came from.</summary>
internal sealed partial class Scenes
{
    /// <summary>Sentences from "Gunmen from Nuristan attacked the post" back to the place of the post, and on to it.</summary>
    private const int FarthestTarget = 3;
    private const int NearestAfter = 1;

    /// <summary>Who comes over the line to a place comes from no farther.</summary>
    private const double TargetKm = 60;
    private const double LineKm = 30;

    /// <summary>
    /// "The bazaar of Arandu was empty. Rounds from the Kunar side hit it", "CHITRAL: Men from Nuristan stormed two posts": the place on the other side of the line
    /// that is named last before, else next, else that of the dateline.
    /// </summary>
    public List<Scene> Target(IReadOnlyList<Scene> origins, int sentence)
    {
        if (passage.IsRow(sentence) || origins.Any(origin => origin.Place!.Country != origins[0].Place!.Country))
        {
            return [];
        }
        bool May(Located located) => IsSpot(located) && located.Toponym.Place is { Kind: not PlaceKind.Province, Country: "AF" or "PK" } place && place.Country != origins[0].Place!.Country && passage.KmFromLine(place) <= LineKm
            && !IsElsewhere(located, passage.Text.SentenceOf[located.First]) && origins.Any(origin => origin.Place!.Point.KmTo(place.Point) <= TargetKm + ((origin.Place.RadiusM + place.RadiusM) / 1000));
        var near = origins[0].Located;
        var target = passage.Before(near.First).LastOrDefault(located => located.Toponym.Usage is ToponymUsage.Literal && sentence - passage.Text.SentenceOf[located.First] <= FarthestTarget && May(located))
            ?? passage.From(near.Last).TakeWhile(located => passage.Text.SentenceOf[located.First] - sentence <= NearestAfter).FirstOrDefault(located => located.Toponym.Usage is ToponymUsage.Literal && May(located))
            ?? passage.Before(near.First).FirstOrDefault(located => located.Toponym.Usage is ToponymUsage.Dateline && May(located));
        return target is null ? [] : [new Scene(target, PlaceRole.Scene, "across from where they came")];
    }
}
