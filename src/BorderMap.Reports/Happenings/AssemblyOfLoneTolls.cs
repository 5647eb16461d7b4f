using BorderMap.Incidents.Model;
using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Whether a toll with a place, and no word of what did it, tells a happening of its own.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words of death and hurt that illness, a road or age bring too: they name nobody who did it.</summary>
    private static readonly HashSet<string> Mild = new(StringComparer.Ordinal)
    {
        "died", "dies", "dying", "death", "deaths", "dead", "buried", "bury", "burying", "rest", "interred", "hurt", "burned", "burnt", "burns", "scalded", "hospital", "hospitalised", "hospitalized", "treatment", "treated", "fell", "fallen", "fall",
        "lost", "lose", "loses", "losing", "loss", "lives", "life", "perished", "perish", "succumbed", "beaten", "roughed", "thrashed", "fainted", "collapsed", "bodies", "body", "alive", "drowned",
    };

    /// <summary>Words of a grave: the dead are laid in it after the deed, often at another place.</summary>
    private static readonly HashSet<string> Burials = new(StringComparer.Ordinal) { "buried", "bury", "burying", "interred", "rest", "funeral", "funerals", "grave", "graves", "burial" };

    /// <summary>
    /// "Four were killed in Spin Boldak on Thursday": by whom, is told later or never. "An infant died at Torkham", "sixteen were laid to rest in Hangu", and
    /// "eleven men of Noshki killed in the line of duty", of no day and with one side named, are no happening.
    /// </summary>
    private bool TellsDeed(Toll toll, int number, string rule)
    {
        if (IsOfBurial(toll))
        {
            return false;
        }
        var isMild = Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => Mild.Contains(passage.Tokens[at].Key));
        var isAtBorder = scope.Of(number).Border;
        return ThingIn(number) is not null || (rule is "publication" ? !isMild && (isAtBorder || scope.HasBothSides()) : !isMild || isAtBorder);
    }

    /// <summary>"did not carry out any air strike, rejecting the statement that ten were killed in Gurbuz on Monday night": the strike is told by its dead, with their place and night, and denied.</summary>
    private bool OfDeniedStrike(Toll toll, int number, (int From, int To) clause, Mention denied)
    {
        if (Acts.GroupOf(denied.Kind) is not "strike" || denied.Clause == clause || toll is not { IsZero: false, IsPart: false, IsVague: false, Outcome: Outcome.Killed or Outcome.Injured } || byMention.ContainsKey(denied) || happenings.Exists(happening => happening.Group is "strike"))
        {
            return false;
        }
        var places = passage.PlacesIn(number).Where(located => located.First >= toll.Last && located.Last <= clause.To && scenes.MayBe(located)).Take(1).Select(located => new Scene(located, PlaceRole.Scene, "clause")).ToList();
        var (time, rule) = times.Of(number, toll.First, toll.Last, clause, isLasting: false);
        if (places.Count == 0 || rule is not "clause" || Begin(toll, number, clause, places, time, rule, denied.Kind) is not { } happening)
        {
            return false;
        }
        happening.Add(toll, passage.SpeakerOf(toll), number);
        happening.Deny(denied.Speech, denied.First, denied.Last);
        return true;
    }

    private bool IsOfBurial(Toll toll) => Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => Burials.Contains(passage.Tokens[at].Key));

    /// <summary>"A shell of the jihad's days killed two; the third is in hospital": whoever came to harm by what is left out belongs to it.</summary>
    private static bool IsLeftForCause(Mention before) => before.Against is { Value: "legacy" or "other cause" or "exercise" or "retracted" };

    /// <summary>"Jets bombed Kunar. The nine soldiers were killed in Khyber by men from Afghanistan": nobody who came to harm on the side of those who bomb was hit by them.</summary>
    private bool IsOfOtherSideThanStruck(Happening focus, Toll toll, IReadOnlyList<Scene> places) => focus is { Group: "strike", Scenes.Count: > 0, First.IsRow: false } && places.All(scene => scene is { Role: PlaceRole.Scene, Located: { Toponym.Status: ToponymStatus.Resolved } at } && at.First > toll.Last && passage.Tokens[at.First - 1].Key is "in" or "at" or "near" or "the" && scene.Place!.Country is { } country && focus.Scenes.All(told => told.Located.Toponym.Status is ToponymStatus.Resolved && told.Place!.Country is { } other && other != country));

    /// <summary>Strikes on Kunar, then "nineteen killed in Orakzai": those who bombed the one country bombed no place of their own.</summary>
    private string KindBefore(Mention before, IReadOnlyList<Scene> places) => Acts.GroupOf(before.Kind) is "strike" && byMention.TryGetValue(before, out var struck) && struck.Scenes.Count > 0
        && places.All(scene => scene.Place!.Country is { } country && struck.Scenes.All(told => told.Place!.Country is { } other && other != country)) ? "ground_attack" : before.Kind;
}
