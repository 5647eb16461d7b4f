using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Tolls of what was done deep inside a country, in a report of the border.</summary>
internal sealed partial class Assembly
{
    /// <summary>"In Bannu, two soldiers died when a bomb hit their vehicle": the place is deep inland, and the sentence names who or what killed them there. "A third died in Peshawar" names nothing.</summary>
    private bool IsOfInlandDeed(List<Scene> beside, Toll toll, int number, int to) => beside.Count > 0 && !IsOfCare(toll)
        && beside.TrueForAll(scene => (scope.IsDeepInPakistan(scene) || scope.IsDeepInAfghanistan(scene)) && (scene.Located.Last <= toll.First || scene.Located.First < to) && passage.Tokens[Math.Max(0, scene.Located.First - 1)].Key is "in" or "at" or "near" or "of")
        && (ThingIn(number) is "bombing" or "mine_blast" || HasAttacker(number)) && !(FocusOf(number) is { } focus && focus.Scenes.Any(told => beside.Exists(scene => IsSame(told, scene))));

    private bool HasAttacker(int number)
    {
        var sentence = passage.Text.Sentences[number];
        return Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "gunman" or "gunmen" or "bomber" or "bombers");
    }
}
