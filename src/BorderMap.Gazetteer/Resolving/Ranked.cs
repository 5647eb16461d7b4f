namespace BorderMap.Gazetteer.Resolving;

/// <summary>A hit with what counts for and against it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Hit">How its name matched.</param>
/// <param name="Prominence">See <see cref="Index.Prominence"/>.</param>
/// <param name="Score">All of it in one number, 0 to 1.</param>
/// <param name="IsContext">The context names the place itself: what is meant lies inside it.</param>
internal readonly record struct Ranked(Place Place, Hit Hit, float Prominence, double Score, bool IsContext);
