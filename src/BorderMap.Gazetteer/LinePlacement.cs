namespace BorderMap.Gazetteer;

/// <summary>Where a position stands to the Durand Line.</summary>
/// <param name="Side">By the detailed line, the position's radius and the line's own uncertainty; null outside both countries.</param>
/// <param name="DistanceKm">Kilometres to the nearest point of the detailed line, on the WGS 84 ellipsoid; never negative.</param>
/// <param name="PositionKm">Kilometres along the smoothed spine from the tripoint with Iran, of the nearest point of the line; null outside both border belts.</param>
public readonly record struct LinePlacement(BorderSide? Side, double DistanceKm, double? PositionKm);
