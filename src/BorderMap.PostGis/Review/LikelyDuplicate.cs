using BorderMap.Incidents.Duplicates;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Review;

/// <summary>An incident that may be the same happening as another.</summary>
/// <param name="Other">It, as editors see it, with its version.</param>
/// <param name="Likeness">How likely, and why.</param>
public sealed record LikelyDuplicate(Incident Other, DuplicateLikeness Likeness);
