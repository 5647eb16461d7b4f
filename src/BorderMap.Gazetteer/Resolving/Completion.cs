using BorderMap.Gazetteer.Index;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Completes names while they are typed.</summary>
internal sealed class Completion(Place[] places, NameIndex index, float[] prominence)
{
    private const float BeginsSo = 0.2f;
    private const float IsAll = 0.3f;

    /// <param name="typed">As it was typed.</param>
    /// <param name="limit">The most places to give.</param>
    /// <param name="among">Which places count; null: all.</param>
    public IReadOnlyList<Candidate> Complete(string typed, int limit, Func<Place, bool>? among)
    {
        var prefix = index.Rules.Folding.Light(typed);
        if (prefix.Length == 0)
        {
            return [];
        }
        var words = prefix.Split(' ');
        var best = new List<(int Place, int Name, float Score)>(limit + 1);
        foreach (var key in index.Words.KeysWithPrefix(words.MaxBy(word => word.Length)!))
        {
            var recorded = index.Light[key];
            if (!HasWords(recorded, words))
            {
                continue;
            }
            var bonus = recorded.SequenceEqual(prefix) ? IsAll : recorded.StartsWith(prefix) ? BeginsSo : 0;
            foreach (var packed in index.NamesOf(key))
            {
                var (place, name, _, _) = NameReference.Unpack(packed);
                if (among?.Invoke(places[place]) != false)
                {
                    Offer(best, (place, name, prominence[place] + bonus), limit);
                }
            }
        }
        return [.. best.Select(Candidate)];
    }

    /// <summary>Keeps the best few in order, each place once.</summary>
    private static void Offer(List<(int Place, int Name, float Score)> best, (int Place, int Name, float Score) offered, int limit)
    {
        if (best.Count == limit && offered.Score <= best[^1].Score)
        {
            return;
        }
        var same = best.FindIndex(kept => kept.Place == offered.Place);
        if (same >= 0 && best[same].Score >= offered.Score)
        {
            return;
        }
        if (same >= 0)
        {
            best.RemoveAt(same);
        }
        var at = best.FindIndex(kept => kept.Score < offered.Score);
        best.Insert(at < 0 ? best.Count : at, offered);
        if (best.Count > limit)
        {
            best.RemoveAt(limit);
        }
    }

    /// <summary>Whether each word written begins a word of the recorded name.</summary>
    private static bool HasWords(ReadOnlySpan<char> recorded, string[] words)
    {
        foreach (var word in words)
        {
            var isThere = false;
            foreach (var range in recorded.Split(' '))
            {
                isThere |= recorded[range].StartsWith(word);
            }
            if (!isThere)
            {
                return false;
            }
        }
        return true;
    }

    private Candidate Candidate((int Place, int Name, float Score) found)
    {
        var place = places[found.Place];
        return new Candidate(place, Math.Round(Math.Min(1, found.Score / (1 + IsAll)), 3), place.Names[found.Name].Text,
            Reasons.PrecisionOf(place), place.RadiusM, "a recorded name has a word that begins so");
    }
}
