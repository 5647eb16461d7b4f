namespace BorderMap.Reports.Happenings;

/// <summary>A place name with its tokens.</summary>
/// <param name="Number">Its number among the toponyms of the extraction.</param>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Toponym">The place name.</param>
internal sealed record Located(int Number, int First, int Last, FoundToponym Toponym);
