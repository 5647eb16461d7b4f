using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace BorderMap.Incidents;

/// <summary>The shapes of ids: a letter for what it is, a hyphen and ten random base32 letters that say nothing; for actors and places of ours a slug.</summary>
public static partial class Ids
{
    public const string Incident = "i-";
    public const string Source = "s-";
    public const string Claim = "c-";
    public const string Episode = "e-";
    public const string ErrorReport = "r-";

    /// <summary>A text that was read into drafts.</summary>
    public const string Report = "n-";
    public const string Token = "t-";

    /// <summary>A stored embed. Episodes have the same letter; nothing takes either for the other.</summary>
    public const string Embed = "e-";

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A new random id, 50 bits.</summary>
    /// <param name="prefix">One of the prefixes of this class.</param>
    public static string New(string prefix) => prefix + RandomNumberGenerator.GetString(Alphabet, 10);

    /// <summary>The id that a key always gives, for what an import names by keys of its own.</summary>
    /// <param name="prefix">One of the prefixes of this class.</param>
    /// <param name="key">What tells it apart; it cannot be read from the id.</param>
    public static string From(string prefix, string key)
    {
        var hash = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return prefix + string.Create(10, hash, (text, rest) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Alphabet[(int)(rest >> (5 * i)) & 31];
        });
    }

    public static bool Is(string prefix, string id)
    {
        if (id.Length != prefix.Length + 10 || !id.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        foreach (var c in id.AsSpan(prefix.Length))
            if (c is not ((>= 'a' and <= 'z') or (>= '2' and <= '7')))
                return false;
        return true;
    }

    /// <summary>An actor's slug: <c>pak-military</c>.</summary>
    public static bool IsActor(string id) => Slug().IsMatch(id);

    /// <summary>A gazetteer number, or <c>x-</c> and a slug.</summary>
    public static bool IsPlace(string id) => PlaceId().IsMatch(id);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A([0-9]{1,19}|x-[a-z0-9]+(-[a-z0-9]+)*)\z")]
    private static partial Regex PlaceId();
}
