using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

/// <summary>Compares two incidents: time, place, kind, those who take part, figures, sources. Each gives log odds (Fellegi and Sunter 1969, weights set by hand)
/// and says why. Documents that are being written may be incomplete: what is not there says nothing.</summary>
public static class Likeness
{
    /// <summary>Days by which dates may lie apart (beside what their precision allows) before two incidents are not compared at all.</summary>
    public static int DaysApartAtMost => LikenessRules.Current.DaysApartAtMost;

    /// <returns>Null when they cannot be one happening: their dates lie too far apart.</returns>
    public static DuplicateLikeness? Of(Incident a, Incident b, DuplicateContext context)
    {
        var rules = LikenessRules.Current;
        if (TimeLikeness.Of(a, b, rules) is not { } time)
            return null;
        Evidence[] all =
        [
            time,
            PlaceLikeness.Of(a, b, context.Atlas, rules),
            KindLikeness.Of(a.Kind, b.Kind, rules),
            ActorLikeness.Of(a, b, context.Actors, rules),
            FigureLikeness.Of(a, b, rules),
            SourceLikeness.Shared(a, b, context.Sources, rules),
            SourceLikeness.OtherSide(a, b, context, rules),
            SourceLikeness.Dataset(a, b, rules),
        ];
        var odds = rules.Prior + all.Sum(evidence => evidence.Weight);
        return new(Math.Round(1 / (1 + Math.Exp(-odds)), 3), Words(all.Where(evidence => evidence.Weight >= 0)), Words(all.Where(evidence => evidence.Weight < 0)));
    }

    private static List<string> Words(IEnumerable<Evidence> all) => [.. all.OrderByDescending(evidence => Math.Abs(evidence.Weight)).Select(evidence => evidence.Words).OfType<string>()];
}
