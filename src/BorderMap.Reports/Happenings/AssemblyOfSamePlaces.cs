using BorderMap.Gazetteer;

namespace BorderMap.Reports.Happenings;

/// <summary>Whether two scenes are one place, one holds the other, or they lie apart.</summary>
internal sealed partial class Assembly
{
    private const double SamePlaceKm = 30;

    /// <summary>A toll so far from what was told, with no act beside it, belongs to something else.</summary>
    private const double ElsewhereKm = 25;

    private bool IsSame(Scene a, Scene b)
    {
        if (a.Place!.Id is not null && a.Place.Id == b.Place!.Id)
        {
            return true;
        }
        // A village and its district are one place; a province and what it holds are not.
        if (Holds(a, b) && a.Place.Kind is not PlaceKind.Province || Holds(b, a) && b.Place!.Kind is not PlaceKind.Province)
        {
            return true;
        }
        return a.Place.Kind is not PlaceKind.Province && b.Place!.Kind is not PlaceKind.Province && a.Place.Point.KmTo(b.Place.Point) <= SamePlaceKm / (a.Place.Kind is PlaceKind.District && b.Place.Kind is PlaceKind.District ? 30 : 2);
    }

    private bool Holds(Scene outer, Scene inner) => outer.Place?.Place is { } unit && inner.Place?.Place is { } place && unit.Id != place.Id && passage.IsIn(place, unit);

    private bool IsSameOrWithin(Scene a, Scene b) => IsSame(a, b) || Holds(a, b) || Holds(b, a);

    /// <summary>Two places of their own that lie close together.</summary>
    private bool IsOnlyNear(Scene a, Scene b) => a.Place!.Id != b.Place!.Id && !Holds(a, b) && !Holds(b, a);

    private bool IsFar(Scene told, Scene scene) => told.Place!.Place is { } one && scene.Place!.Place is { } other && !passage.IsIn(one, other) && !passage.IsIn(other, one)
        && told.Place.Point.KmTo(scene.Place.Point) > ElsewhereKm + (one.Kind is PlaceKind.Province ? 0 : told.Place.RadiusM / 1000);

    /// <summary>Two tellings with places of their own, none of which is, holds or lies in one of the other.</summary>
    private bool AreApart(Mention a, Mention b) => a.Own.Count > 0 && b.Own.Count > 0 && !a.Own.Any(one => b.Own.Any(other => IsSameOrWithin(one, other)));
}
