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

    private bool IsOfBurial(Toll toll) => Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => Burials.Contains(passage.Tokens[at].Key));

    /// <summary>"A shell of the jihad's days killed two; the third is in hospital": whoever came to harm by what is left out belongs to it.</summary>
    private static bool IsLeftForCause(Mention before) => before.Against is { Value: "legacy" or "other cause" or "exercise" or "retracted" };

    /// <summary>Strikes on Kunar, then "nineteen killed in Orakzai": those who bombed the one country bombed no place of their own.</summary>
    private string KindBefore(Mention before, IReadOnlyList<Scene> places) => Acts.GroupOf(before.Kind) is "strike" && byMention.TryGetValue(before, out var struck) && struck.Scenes.Count > 0
        && places.All(scene => scene.Place!.Country is { } country && struck.Scenes.All(told => told.Place!.Country is { } other && other != country)) ? "ground_attack" : before.Kind;
}
