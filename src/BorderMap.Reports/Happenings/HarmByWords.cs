using BorderMap.Reports.Figures;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>
/// Who came to harm where no rule sees the harm: each counted group of people, by the words around it, with weights learnt from annotated texts. What the
/// rules read stays as they read it.
/// </summary>
internal sealed class HarmByWords(Passage passage)
{
    /// <summary>What the explanation calls it.</summary>
    public const string Cue = "the words around it";

    /// <summary>From this on a harm is taken.</summary>
    private const double Sure = 0.8;

    /// <summary>Words to each side that count by their place, and those that count wherever they stand.</summary>
    private const int Beside = 4, Around = 9;

    /// <summary>Sentences back to the figure told last.</summary>
    private const int FarthestBefore = 2;

    private static readonly Outcome[] Outcomes = [Outcome.Killed, Outcome.Injured, Outcome.Captured];

    public static readonly IReadOnlyList<string> Labels = ["none", .. Outcomes.Select(outcome => outcome.ToString().ToLowerInvariant())];

    /// <summary>The tolls that the rules do not read.</summary>
    /// <param name="number">Number of the sentence.</param>
    /// <param name="read">The tolls that they read there.</param>
    public IEnumerable<Toll> Of(int number, IReadOnlyList<Toll> read)
    {
        var found = new List<Toll>();
        foreach (var group in GroupsIn(number).Where(group => group is { IsPart: false, Min: not 0 } && !IsIn(group, read)))
        {
            var shares = FeaturesOf(number, group).Shares();
            var best = Array.IndexOf(shares, shares.Max());
            if (best > 0 && shares[best] >= Sure)
            {
                Add(found, new Toll(Outcomes[best - 1], group.Min, group.Max, group.Category, group.Side, group.First, group.Last, Cue)
                {
                    IsAdded = group.IsAdded,
                    IsOfSpeaker = group.IsOfSpeaker,
                    IsOfEnemy = group.IsOfEnemy,
                    Rank = group.Rank,
                    FigureFirst = group.First,
                    FigureLast = group.Last,
                });
            }
        }
        return found;
    }

    public List<PeopleGroup> GroupsIn(int number) => People.Find(passage.Tokens, passage.Text.Sentences[number].First, passage.Text.Sentences[number].Last);

    /// <summary>Whether a toll that was read speaks of the group.</summary>
    public static bool IsIn(PeopleGroup group, IEnumerable<Toll> read) => read.Any(toll => (toll.First < group.Last && group.First < toll.Last) || (toll.FigureFirst < group.Last && group.First < toll.FigureLast));

    /// <summary>"a woman and two children": three who came to the same harm.</summary>
    private void Add(List<Toll> found, Toll toll)
    {
        if (found.Count > 0 && found[^1] is { Min: { } min } before && before.Outcome == toll.Outcome && toll.Min is { } more && toll.First - before.Last is 1 or 2
            && Enumerable.Range(before.Last, toll.First - before.Last).All(at => passage.Tokens[at].IsMark(',') || passage.Tokens[at].Key is "and"))
        {
            found[^1] = before with { Min = min + more, Max = before.Max + toll.Max, Last = toll.Last, FigureLast = toll.Last, Category = before.Category == toll.Category ? toll.Category : "all" };
            return;
        }
        found.Add(toll);
    }

    /// <param name="number">Number of the sentence.</param>
    /// <param name="group">One of its groups.</param>
    /// <param name="isKept">Whether the names of the features are asked for.</param>
    public Features FeaturesOf(int number, PeopleGroup group, bool isKept = false)
    {
        var sentence = passage.Text.Sentences[number];
        var features = new Features(passage.Models.Harms, isKept, isOnce: true);
        features.Add("bias");
        features.Add($"group {group.Category} bare {group.IsBare}");
        features.Add($"named {group.IsNamed} part {group.IsPart} added {group.IsAdded} speaker {group.IsOfSpeaker} side {group.Side}");
        features.Add($"count {group.Min switch { null => "vague", 0 => "none", 1 => "1", <= 3 => "3", <= 9 => "9", <= 29 => "29", _ => "more" }}");
        string WordAt(int at) => at < sentence.First ? "^" : at >= sentence.Last ? "$" : passage.Tokens[at] is { Kind: TokenKind.Number } ? "#" : passage.Tokens[at].Key;
        for (var i = 1; i <= Beside; i++)
        {
            features.Add($"left {i} {WordAt(group.First - i)}");
            features.Add($"right {i} {WordAt(group.Last + i - 1)}");
        }
        features.Add($"left pair {WordAt(group.First - 2)} {WordAt(group.First - 1)}");
        features.Add($"right pair {WordAt(group.Last)} {WordAt(group.Last + 1)}");
        features.Add($"right three {WordAt(group.Last)} {WordAt(group.Last + 1)} {WordAt(group.Last + 2)}");
        for (var at = Math.Max(sentence.First, group.First - Around); at < Math.Min(sentence.Last, group.Last + Around); at++)
        {
            if (passage.Tokens[at].IsWord)
            {
                features.Add($"{(at < group.First ? "before" : at < group.Last ? "in" : "behind")} {passage.Tokens[at].Key}");
            }
        }
        AddTold(features, number);
        return features;
    }

    /// <summary>What the rules read in the sentence and before it.</summary>
    private void AddTold(Features features, int number)
    {
        foreach (var toll in passage.TollsIn(number))
        {
            features.Add($"beside {toll.Outcome}{(toll.IsZero ? " none" : "")}");
        }
        foreach (var act in passage.ActsIn(number))
        {
            features.Add($"act {Acts.GroupOf(act.Value.Kind)}");
        }
        for (var before = number - 1; before >= Math.Max(0, number - FarthestBefore); before--)
        {
            foreach (var toll in passage.TollsIn(before))
            {
                features.Add($"told {toll.Outcome}");
            }
            foreach (var act in passage.ActsIn(before))
            {
                features.Add($"told {Acts.GroupOf(act.Value.Kind)}");
            }
        }
    }
}
