using BorderMap.Incidents.Model;
using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Looks again, when all is told, at where each thing happened, what each figure is of and who says it.</summary>
internal sealed partial class Assembly
{
    /// <summary>All figures that were read, in the order of the text.</summary>
    private readonly List<(Toll Toll, int Sentence)> tolls = [];

    private void WeighPlaces()
    {
        var places = new ScenesWeighed(passage, happenings, judged);
        foreach (var happening in happenings.Where(happening => happening.Group is not "ceasefire" || happening.Scenes.Count > 0))
        {
            if (places.Better(happening) is { } better)
            {
                happening.Move(new Scene(better, PlaceRole.Scene, ScenesWeighed.Rule));
            }
        }
    }

    private void WeighTolls()
    {
        var homes = new TollHomes(passage, happenings, judged);
        var told = new Dictionary<Toll, Happening>(ReferenceEqualityComparer.Instance);
        foreach (var happening in happenings)
        {
            foreach (var (toll, _) in happening.Tolls)
            {
                told[toll] = happening;
            }
        }
        var summed = Totals.Select(total => total.Toll).ToHashSet(ReferenceEqualityComparer.Instance);
        var why = LeftOut.GroupBy(left => left.Span).ToDictionary(group => group.Key, group => group.First());
        var weighed = tolls.Where(each => !each.Toll.IsEarlier && !summed.Contains(each.Toll)).Select(each => (each.Toll, each.Sentence, Home: told.GetValueOrDefault(each.Toll)))
            .Select(each => (each.Toll, each.Sentence, each.Home, Left: each.Home is null ? why.GetValueOrDefault(passage.SpanOf(each.Toll.First, each.Toll.Last)) : null));
        foreach (var group in weighed.GroupBy(each => (each.Sentence, each.Home, Why: each.Left?.Why ?? "not told")).ToList())
        {
            var better = homes.Of([.. group.Select(each => each.Toll)], group.Key.Sentence, group.Key.Home, group.Key.Why);
            foreach (var (toll, sentence, home, left) in group.Where(_ => better != group.Key.Home))
            {
                Move(toll, sentence, home, better, left);
            }
        }
        var speakers = new TollSpeakers(passage, judged);
        foreach (var happening in happenings)
        {
            happening.Say(speakers.Of);
        }
    }

    private void Move(Toll toll, int sentence, Happening? from, Happening? to, LeftOut? left)
    {
        from?.Remove(toll);
        to?.Add(toll, passage.SpeakerOf(toll), sentence);
        if (to is null)
        {
            Leave(toll.First, toll.Last, "out of scope", "what stands around it");
        }
        else if (left is not null)
        {
            LeftOut.Remove(left);
        }
    }
}
