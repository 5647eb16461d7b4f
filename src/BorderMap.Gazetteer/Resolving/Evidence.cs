using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>All that is known of a place besides its name.</summary>
internal sealed class Evidence(ResolveQuery query, PlaceKind? named, Context context, Companions companions, DurandLine line)
{
    private const float HalfSure = 0.5f;
    private const double FocusKm = 60;
    private const double FarthestKm = 600;
    private const double NearKm = 25;

    /// <summary>Of a town whose name is recorded in eight languages.</summary>
    private const float ProminenceOfTown = 0.24f;

    public Context Context => context;

    /// <summary>Nothing is known but the name.</summary>
    public bool IsNone { get; } = context.Parts.Count == 0 && !companions.Any && query is { Kind: null, Near: null, NearLine: false, On: null };

    /// <summary>What is named is larger than a village, by the kind asked for or the words of the name.</summary>
    public bool IsAboutUnit { get; } = (query.Kind ?? named) is PlaceKind.Area or PlaceKind.District or PlaceKind.Province;

    /// <summary>What speaks against a hit.</summary>
    public Clues Of(in Hit hit, Place place, float prominence, float nearness)
    {
        var isEdited = hit.How > MatchKind.Core;
        var clues = new Clues
        {
            Edits = hit.Cost,
            Obscurity = isEdited ? 0 : 1 - prominence,
            ObscurityOfEdited = isEdited ? 1 - prominence : 0,
            Smallness = place.Kind is PlaceKind.Locality && !isEdited ? 1 - Math.Min(1, prominence / ProminenceOfTown) : 0,
            Inland = 1 - nearness,
            IsVariant = IsPreferred((RecordedNames)place.Names, hit.Name, place) ? 0 : 1,
            IsEdited = isEdited ? 1 : 0,
            IsCore = hit.How is MatchKind.Core ? 1 : 0,
            OtherTime = place.Until is null ? 0 : HalfSure,
        };
        return IsNone ? clues : AtPlace(WithContext(clues, place), hit, place);
    }

    /// <summary>What would be looked for even if a better name stood elsewhere; null where there is no such thing.</summary>
    public bool IsInFocus(Place place) => context.Parts.Count > 0 ? context.Holds(place)
        : query.Near is { } near ? Km.Outside(place, near) <= FocusKm
        : companions.Support(place) >= HalfSure;

    public bool HasFocus => context.Parts.Count > 0 || query.Near is not null || companions.Any;

    private Clues WithContext(Clues clues, Place place)
    {
        if (context.Parts.Count == 0)
        {
            return clues;
        }
        if (context.Holds(place))
        {
            return clues with { IsContext = context.Names(place) ? 1 : 0 };
        }
        if (context.HoldsOrBorders(place))
        {
            return clues with { Beside = 1 };
        }
        var km = context.Nearest.Min(region => Km.Outside(region, new GeoPoint(place.Lon, place.Lat)));
        return clues with { Outside = 1, FarOutside = (float)(Math.Min(km, FarthestKm) / FocusKm) };
    }

    private Clues AtPlace(Clues clues, in Hit hit, Place place) => clues with
    {
        OtherKind = query.Kind is { } kind && !Kinds.Fits(place.Kind, kind) ? 1 : 0,
        FarFromPoint = query.Near is { } near ? Clues.OfKm(Km.Outside(place, near)) : 0,
        Apart = companions.Any ? (float)(1 - companions.Support(place)) : 0,
        FarFromLine = query.NearLine ? Clues.OfKm(Math.Max(0, line.DistanceKm(place.Lon, place.Lat) - (IsSpot(place) ? 0 : place.RadiusM / 1000))) : 0,
        OtherTime = query.On is not { } day ? clues.OtherTime : IsOf(day, place.From, place.Until) && IsNameOf(day, hit, place) ? 0 : 1,
    };

    /// <summary>Which of it speaks for a place, and what was not understood.</summary>
    public IEnumerable<string> Words(Contender contender)
    {
        var (clues, place) = (contender.Clues, contender.Place);
        if (context.Parts.Count > 0)
        {
            var parts = string.Join(", ", context.Parts.Select(part => part.Words));
            yield return clues.Outside > 0 ? $"but not in {parts}" : clues.Beside > 0 ? $"beside {parts}" : $"in {parts}";
        }
        if (query.Kind is { } kind)
        {
            yield return clues.OtherKind > 0 ? $"but no {Word(kind)}" : $"a {Word(kind)}";
        }
        if (query.Near is { } near)
        {
            yield return FormattableString.Invariant($"{Km.Between(place, near):F0} km from the position given");
        }
        if (companions.Any && clues.Apart < HalfSure)
        {
            yield return "near other places of the text";
        }
        if (query.NearLine && clues.FarFromLine <= Clues.OfKm(NearKm))
        {
            yield return "near the Durand Line";
        }
        if (query.On is { } day && clues.OtherTime > 0)
        {
            yield return FormattableString.Invariant($"but not on {day:yyyy-MM-dd}");
        }
        if (context.NotUnderstood.Count > 0)
        {
            yield return $"not understood: {string.Join(", ", context.NotUnderstood)}";
        }
    }

    private static string Word(PlaceKind kind) => kind.ToString().ToLowerInvariant();

    private static bool IsPreferred(RecordedNames names, int name, Place place) => names.IsPreferredAt(name) || names.TextAt(name) == place.Name;

    private static bool IsNameOf(DateOnly day, in Hit hit, Place place) => place.Names[hit.Name] is var name && IsOf(day, name.From, name.Until);

    private static bool IsOf(DateOnly day, DateOnly? from, DateOnly? until) => !(day < from) && !(day > until);

    private static bool IsSpot(Place place) => place.Kind is PlaceKind.Locality or PlaceKind.Crossing;
}
