using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Completes names while they are typed: first what begins so, then, while there is room, what begins nearly so, in either script.</summary>
internal sealed class Completion
{
    private const float IsAll = 0.3f;
    private const float BeginsSo = 0.2f;

    /// <summary>What begins otherwise stands behind what begins so, but a district before a hamlet.</summary>
    private const float BeginsOtherwise = -0.1f;

    private const float ShareOfCost = 0.35f;
    private const float OtherScript = 0.3f;

    /// <summary>Shorter beginnings are near to everything.</summary>
    private const int ShortestNear = 3;

    private const int ShortestSkeleton = 2;
    private const int ShortestSlip = 3;

    /// <summary>What the edits may cost for each letter typed, and in all.</summary>
    private const float MostCost = 0.2f;
    private const float MostInAll = 1.1f;

    /// <summary>Words compared at most: the bar of time.</summary>
    private const int MostCompared = 6000;

    private readonly Place[] places;
    private readonly NameIndex index;
    private readonly float[] prominence;
    private readonly Lazy<float[]> bestOfWord;
    private readonly Lazy<WordSounds> sounds;

    public Completion(Place[] places, NameIndex index, float[] prominence)
    {
        (this.places, this.index, this.prominence) = (places, index, prominence);
        bestOfWord = new Lazy<float[]>(BestOfWords);
        sounds = new Lazy<WordSounds>(() => new WordSounds(index.Words, index.Rules));
    }

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
        var written = prefix.Split(' ');
        var longest = written.MaxBy(word => word.Length)!;
        var best = new CompletionList(limit);
        AddBeginnings(prefix, written, longest, best, among);
        if (best.HasRoom && longest.Length >= ShortestNear)
        {
            AddNear(written, longest, best, among);
        }
        return [.. best.Items.Select(Candidate)];
    }

    private void AddBeginnings(string prefix, string[] written, string longest, CompletionList best, Func<Place, bool>? among)
    {
        var words = index.Words;
        var (from, to) = words.WithPrefix(longest);
        for (var word = from; word < to; word++)
        {
            if (bestOfWord.Value[word] + IsAll <= best.Least)
            {
                continue;
            }
            foreach (var key in words.KeysOf(word))
            {
                var recorded = index.Light[key];
                if (HasWords(recorded, written))
                {
                    Offer(key, recorded.SequenceEqual(prefix) ? IsAll : recorded.StartsWith(prefix) ? BeginsSo : 0, isNear: false, best, among);
                }
            }
        }
    }

    /// <summary>Words that sound so at their beginning; a slip in the consonants is forgiven in longer ones.</summary>
    private void AddNear(string[] written, string longest, CompletionList best, Func<Place, bool>? among)
    {
        var (heavy, skeleton) = (new char[NameFolding.MaxLength], new char[NameFolding.MaxLength]);
        var length = index.Rules.Folding.Heavy(longest, heavy);
        var begins = new string(skeleton, 0, index.Rules.Skeletons.Apply(heavy.AsSpan(0, length), skeleton));
        if (begins.Length < ShortestSkeleton)
        {
            return;
        }
        var seen = new HashSet<int>();
        foreach (var beginning in begins.Length < ShortestSlip ? [begins] : sounds.Value.Slips(begins).Prepend(begins))
        {
            foreach (var word in sounds.Value.WithPrefix(beginning))
            {
                if (bestOfWord.Value[word] + BeginsOtherwise > best.Least && seen.Count < MostCompared && seen.Add(word))
                {
                    AddNear(word, written, longest, best, among);
                }
            }
        }
    }

    private void AddNear(int word, string[] written, string longest, CompletionList best, Func<Place, bool>? among)
    {
        var cost = CostOfBeginning(longest, index.Words[word]);
        if (cost >= MostFor(longest.Length))
        {
            return;
        }
        foreach (var key in index.Words.KeysOf(word))
        {
            var all = cost;
            foreach (var other in written)
            {
                all += ReferenceEquals(other, longest) ? 0 : CostOfWord(other, index.Light[key]);
            }
            if (all < MostFor(written.Sum(part => part.Length)))
            {
                Offer(key, BeginsOtherwise - (ShareOfCost * all), isNear: true, best, among);
            }
        }
    }

    private static float MostFor(int letters) => Math.Min(MostInAll, MostCost * letters);

    /// <summary>What the edits cost from a word typed to the word of a recorded name that is nearest to it.</summary>
    private float CostOfWord(string written, ReadOnlySpan<char> recorded)
    {
        var least = float.PositiveInfinity;
        foreach (var range in recorded.Split(' '))
        {
            least = Math.Min(least, CostOfBeginning(written, recorded[range]));
        }
        return least;
    }

    private float CostOfBeginning(ReadOnlySpan<char> written, ReadOnlySpan<char> recorded)
    {
        var most = MostFor(written.Length + 1);
        if (Scripts.IsArabic(written) == Scripts.IsArabic(recorded))
        {
            return index.Rules.Costs.OfBeginning(written, recorded, most);
        }
        Span<char> sound = stackalloc char[2 * NameFolding.MaxLength];
        Span<char> other = stackalloc char[2 * NameFolding.MaxLength];
        sound = sound[..Math.Max(0, index.Rules.Sounds.Apply(written, sound))];
        other = other[..Math.Max(0, index.Rules.Sounds.Apply(recorded, other))];
        return OtherScript + index.Rules.SoundCosts.OfBeginning(sound, other, most);
    }

    private void Offer(int key, float bonus, bool isNear, CompletionList best, Func<Place, bool>? among)
    {
        foreach (var packed in index.NamesOf(key))
        {
            var (place, name, _, _) = NameReference.Unpack(packed);
            if (prominence[place] + bonus > best.Least && among?.Invoke(places[place]) != false)
            {
                best.Offer(new Completed(place, name, prominence[place] + bonus, isNear));
            }
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

    /// <summary>The prominence of the best known place that bears each word.</summary>
    private float[] BestOfWords()
    {
        var best = new float[index.Words.Count];
        for (var word = 0; word < best.Length; word++)
        {
            foreach (var key in index.Words.KeysOf(word))
            {
                foreach (var packed in index.NamesOf(key))
                {
                    best[word] = Math.Max(best[word], prominence[NameReference.Unpack(packed).Place]);
                }
            }
        }
        return best;
    }

    private Candidate Candidate(Completed found)
    {
        var place = places[found.Place];
        return new Candidate(place, Math.Round(Math.Clamp(found.Score / (1 + IsAll), 0, 1), 3), place.Names[found.Name].Text,
            Reasons.PrecisionOf(place), place.RadiusM, found.IsNear ? "a recorded name has a word that begins nearly so" : "a recorded name has a word that begins so");
    }
}
