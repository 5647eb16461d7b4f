using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer.Texts;

/// <summary>How a name in a text was recognised.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextMatchKind>))]
public enum TextMatchKind
{
    /// <summary>A recorded name, but for case, diacritics and letter variants.</summary>
    [JsonStringEnumMemberName("exact")] Exact,

    /// <summary>Another spelling of one.</summary>
    [JsonStringEnumMemberName("spelling")] Spelling,

    /// <summary>A slip away from the name of a well-known place.</summary>
    [JsonStringEnumMemberName("slip")] Slip,
}

/// <summary>A place name in a text. Which of its places is meant is for <see cref="PlaceResolver"/> to say, with the other names as context.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units; inclusive.</param>
/// <param name="Length">Its length in UTF-16 code units, without words of kind beside it ("district").</param>
/// <param name="Text">The text's own letters there.</param>
/// <param name="How">How it was recognised.</param>
/// <param name="Named">The kind that a word in it or beside it speaks for ("Khost province"); null where none does.</param>
/// <param name="Places">The places of that name, likelier ones first; a few of many.</param>
public sealed record TextMatch(int Start, int Length, string Text, TextMatchKind How, PlaceKind? Named, IReadOnlyList<Place> Places)
{
    /// <summary>Where it ends; exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Shorter names that overlap this one ("Jani Khel" in "Jani Khel Bazaar").</summary>
    public IReadOnlyList<TextMatch> Alternatives { get; init; } = [];
}
