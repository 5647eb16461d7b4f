using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build;

/// <summary>A Who's On First entry while the build works on it; the steps change it in place. Coordinates are WGS 84 degrees.</summary>
internal sealed class Entry
{
    public required long Id { get; init; }
    public required PlaceKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary><c>AF</c> or <c>PK</c>.</summary>
    public required string Country { get; set; }
    public required double Lon { get; set; }
    public required double Lat { get; set; }

    /// <summary>The ids that replace it, as the source says.</summary>
    public IReadOnlyList<long> SupersededBy { get; init; } = [];

    /// <summary>Taken back by the source as an error.</summary>
    public bool Deprecated { get; init; }

    /// <summary>The source says that it is there no longer (<c>mz:is_current</c> 0).</summary>
    public bool Ceased { get; init; }

    /// <summary>Parents as the source names them; several where the territory is disputed.</summary>
    public IReadOnlyList<Parentage> Parents { get; init; } = [];
    public string? WikidataId { get; init; }
    public long? GeoNamesId { get; init; }

    /// <summary>People; 0 where the source does not say.</summary>
    public long Population { get; init; }

    /// <summary>The boundary source's own label for the shape.</summary>
    public string? ShapeName { get; init; }
    /// <summary>What other boundary sets call the area in which it lies; often the division from which it was split.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
    public Geometry? Shape { get; set; }
    public List<EntryName> Names { get; init; } = [];
    public long? ProvinceId { get; set; }
    public long? DistrictId { get; set; }

    /// <summary>Metres from the point that hold the whole place.</summary>
    public int RadiusM { get; set; } = 2000;

    /// <summary>Known by more than its name; names with a number are posts and wards that carry another place's people.</summary>
    public bool IsKnownTown => (WikidataId is not null || Population > 0) && !Name.Any(char.IsDigit);

    public bool IsDead => Deprecated || Ceased || SupersededBy.Count > 0;
}

/// <summary>One chain of parents; null where the source names none.</summary>
internal readonly record struct Parentage(long? Country, long? Province, long? District);

/// <summary>One recorded name, in Unicode NFC.</summary>
internal readonly record struct EntryName(string Text, string Language, NameRank Rank);
