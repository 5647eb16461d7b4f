using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;

namespace BorderMap.Reports.Toponyms;

/// <summary>A name of the text that is taken for a place, before it is resolved.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Match">What the gazetteer knows of the name; null for a name it does not know, and a far place.</param>
/// <param name="Far">The far place; null for others.</param>
/// <param name="Rule">Why it counts as a place.</param>
internal sealed record PlaceMention(int First, int Last, TextSpan Span, TextMatch? Match, FoundPlace? Far, string Rule)
{
    /// <summary>The kind that words beside it speak for.</summary>
    public PlaceKind? Named { get; init; }

    /// <summary>A unit or a country: a name that needs no cue.</summary>
    public bool IsWellKnown => Far is not null || Match is { Places: [{ Kind: not PlaceKind.Locality }, ..] };
}
