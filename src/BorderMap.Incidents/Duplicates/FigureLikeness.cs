using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

/// <summary>Whether some figure of the one is a figure of the other. Figures are compared one by one and never added.</summary>
internal static class FigureLikeness
{
    private readonly record struct Number(string Of, int Low, int High);

    public static Evidence Of(Incident a, Incident b, LikenessRules rules)
    {
        var (ones, others) = (Numbers(a), Numbers(b));
        var pairs = ones.SelectMany(one => others.Where(other => other.Of == one.Of).Select(other => (One: one, Other: other))).ToList();
        if (pairs.Count == 0)
            return Evidence.None;
        if (pairs.Where(pair => pair.One == pair.Other).OrderByDescending(pair => pair.One.Low).FirstOrDefault() is { One.Of: not null } equal)
            return new(rules.Figures["equal"], $"both {Words(equal.One)}");
        var killed = pairs.Where(pair => pair.One.Of == pairs[0].One.Of).ToList();
        var words = $"{Words(killed[0].One)} and {Words(killed[0].Other)}";
        if (pairs.Exists(pair => pair.One.Low <= pair.Other.High && pair.Other.Low <= pair.One.High))
            return new(rules.Figures["overlap"], $"figures overlap: {words}");
        return pairs.Exists(pair => Apart(pair.One, pair.Other) <= 1) ? new(rules.Figures["close"], words) : new(rules.Figures["differ"], $"figures differ: {words}");
    }

    private static int Apart(Number one, Number other) => Math.Max(one.Low - other.High, other.Low - one.High);

    /// <summary>Numbers above nought; a claim without a maximum stands for its minimum, and a dataset's best is not needed beside its low and high.</summary>
    private static List<Number> Numbers(Incident incident)
    {
        var numbers = new List<Number>();
        foreach (var claim in incident.Claims.Where(claim => claim is { About: ClaimAbout.Toll, Stance: Stance.Asserts }))
        {
            Add("killed", claim.Killed?.Min ?? claim.Killed?.Max, claim.Killed?.Max ?? claim.Killed?.Min);
            Add("injured", claim.Injured?.Min ?? claim.Injured?.Max, claim.Injured?.Max ?? claim.Injured?.Min);
            Add("captured", claim.Captured?.Min ?? claim.Captured?.Max, claim.Captured?.Max ?? claim.Captured?.Min);
        }
        foreach (var estimate in incident.Estimates)
            Add("killed", estimate.Low ?? estimate.Best, estimate.High ?? estimate.Best);
        return numbers;

        void Add(string of, int? low, int? high)
        {
            if (low is { } least && high is > 0 and { } most)
                numbers.Add(new(of, least, most));
        }
    }

    private static string Words(Number number) => number.Low == number.High ? $"{number.Low} {number.Of}" : $"{number.Low} to {number.High} {number.Of}";
}
