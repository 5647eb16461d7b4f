namespace BorderMap.Gazetteer.Resolving;

/// <summary>A place that matches, weighed.</summary>
/// <param name="Place">The place.</param>
/// <param name="Hit">How its name matched.</param>
/// <param name="Clues">What speaks against it.</param>
/// <param name="Odds">See <see cref="Weights.OddsOf"/>.</param>
internal readonly record struct Contender(Place Place, Hit Hit, Clues Clues, double Odds);
