using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Shares of what was told together: provinces that each get a place of their own later on, and tolls at a place of what was told last.</summary>
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

    /// <summary>A toll at a place, without a day or an act before it: a share of what was told last, another like it, or none of the border's.</summary>
    private Happening? OfFocus(Happening focus, Toll toll, int number, (int From, int To) clause, List<Scene> places, (TimeMention? Time, string Rule) when, Mention? before, out bool isElsewhere)
    {
        isElsewhere = false;
        if (IsSharedOut(focus, toll, number, places))
        {
            focus.DropHolders((whole, _) => whole.Place!.Id == places[0].Place!.Id);
            return Begin(toll, number, clause, places, focus.Time.Time, "told before", focus.Kind);
        }
        if (IsOfOtherSideThanStruck(focus, toll, places))
        {
            isElsewhere = true;
            return null;
        }
        if (toll is { IsZero: false, IsPart: false, IsVague: false } && WholeOf(number, places) is { } whole && ReferenceEquals(whole, focus))
        {
            TakeShare(focus, places[0]);
            return Begin(toll, number, clause, places, focus.Time.Time, "told before", focus.Kind);
        }
        if (IsOneOfMany(focus, toll, places))
        {
            return Begin(toll, number, clause, places, when.Time, when.Rule, focus.Kind);
        }
        // "A bomb in Tirah, which killed four, is of another war": what a relative clause tells of a far place is of that place.
        if ((before is null || !passage.SameBlock(before.Sentence, number) || passage.Tokens[clause.From].Key is "which" or "who" || IsOfFind(toll)) && focus.HasOwnPlace && places.All(scene => focus.Scenes.All(told => IsFar(told, scene))))
        {
            isElsewhere = true;
            return null;
        }
        if (!toll.IsZero && !focus.First.IsRow)
        {
            focus.AddScenes(places.Where(scene => scene.Role is PlaceRole.Scene || toll.Cue.StartsWith("of the dead", StringComparison.Ordinal)).Select(scene => scene with { Rule = "toll" }));
        }
        return null;
    }
}
