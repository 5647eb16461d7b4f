using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>What the public may see of one incident: filter columns, and the finished texts.</summary>
public sealed record PublicRow
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required string Family { get; init; }

    /// <summary>Civil dates, inclusive; null: open.</summary>
    public required DateOnly? DateStart { get; init; }
    public required DateOnly? DateEnd { get; init; }
    public required DatePrecision DatePrecision { get; init; }
    public required bool CrossBorder { get; init; }

    /// <summary>Every place shown, with the district, province and country that hold it; without repetition.</summary>
    public required IReadOnlyList<string> PlaceIds { get; init; }

    /// <summary>Those who take part, with the organisations they belong to: what the <c>actor</c> filter reads.</summary>
    public required IReadOnlyList<string> ActorIds { get; init; }

    /// <summary>Those whose claims are shown; public actors are these and <see cref="ActorIds"/>.</summary>
    public required IReadOnlyList<string> ClaimantIds { get; init; }
    public required string? EpisodeId { get; init; }
    public required BorderSide? Side { get; init; }

    /// <summary>The principal place's name; null when the incident has no place, or one without a name.</summary>
    public required string? PlaceName { get; init; }

    /// <summary>What holds the principal place.</summary>
    public required PublicUnit Unit { get; init; }

    /// <summary>Kilometres along the line from the tripoint with Iran.</summary>
    public required double? LineKm { get; init; }
    public required double? LineDistanceKm { get; init; }

    /// <summary>Of the principal place; null when the incident has no place.</summary>
    public required PlacePrecision? Precision { get; init; }
    public required int? RadiusM { get; init; }
    public required int? KilledLow { get; init; }

    /// <summary>Null beside a low: open ("at least").</summary>
    public required int? KilledHigh { get; init; }
    public required int? InjuredLow { get; init; }
    public required int? InjuredHigh { get; init; }
    public required Grade Grade { get; init; }

    /// <summary>How many claims and sources are shown.</summary>
    public required int ClaimCount { get; init; }
    public required int SourceCount { get; init; }

    /// <summary>The principal place's point, WGS 84; null: none.</summary>
    public required double? Lon { get; init; }
    public required double? Lat { get; init; }

    /// <summary>Every place shown, the principal one first.</summary>
    public required IReadOnlyList<PublicPlace> Places { get; init; }

    /// <summary>The box around the uncertain area of all places; null when there is none.</summary>
    public required Bbox? Extent { get; init; }

    /// <summary>Sources shown in full: these are public through this incident.</summary>
    public required IReadOnlyList<string> SourceIds { get; init; }

    /// <summary>What <c>q</c> searches: words of the public texts alone.</summary>
    public required string SearchText { get; init; }

    /// <summary>SHA-256 (hex) over everything but the stamp: equal hashes mean that nothing public changed.</summary>
    public string ContentHash => Incidents.ContentHash.Of(
        FeatureText, DocumentText, SearchText, Extent?.ToString() ?? "", string.Join(' ', PlaceIds), string.Join(' ', ActorIds));

    // The feature up to the stamp, not closed; the document after id and stamp, an object of its own.
    internal string FeatureText { get; init; } = "";
    internal string DocumentText { get; init; } = "";

    /// <summary>The finished GeoJSON feature.</summary>
    public string Feature(PublicStamp stamp) => string.Concat(FeatureText, JsonText.Of(stamp), $",\"url\":\"/incidents/{Id}\"}}}}");

    /// <summary>The finished public document.</summary>
    public string Document(PublicStamp stamp) => string.Concat($"{{\"id\":\"{Id}\",\"representation\":\"public\"", JsonText.Of(stamp), ",", DocumentText.AsSpan(1));
}
