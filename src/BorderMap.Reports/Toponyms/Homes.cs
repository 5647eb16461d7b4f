using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Where somebody is from, named behind his age: "Sepoy Umar Gul, 22, of Mardan", "Havildar Gul Rahim (38, from the Kohat district)".</summary>
internal static class Homes
{
    /// <param name="tokens">The text's.</param>
    /// <param name="place">Number of the first token of a place name.</param>
    /// <param name="first">Number of the first token of its sentence.</param>
    public static bool Is(IReadOnlyList<Token> tokens, int place, int first)
    {
        var of = place - 1 - (place > first && tokens[place - 1].Key is "the" ? 1 : 0);
        return of - 3 > first && tokens[of].Key is "of" or "from" && tokens[of - 1].IsMark(',') && tokens[of - 2].Value is > 9 and < 100 && (tokens[of - 3].IsMark(',') || tokens[of - 3].IsMark('(') || tokens[of - 3].Key is "aged");
    }
}
