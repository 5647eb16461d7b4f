using System.Text.Json.Serialization;
using BorderMap.Gazetteer;

namespace BorderMap.Incidents.Model;

/// <summary>One of the places of an incident.</summary>
public sealed record IncidentPlace
{
    /// <summary>Id in the gazetteer; of the parent district where <see cref="Words"/> names a spot that no source holds.</summary>
    public string? Place { get; init; }

    /// <summary>The toponym as the source writes it.</summary>
    public string? Words { get; init; }
    public PlaceRole Role { get; init; }

    /// <summary>Degrees east and north, WGS 84; null takes the place's own point.</summary>
    public double? Lon { get; init; }
    public double? Lat { get; init; }
    public PlacePrecision Precision { get; init; } = PlacePrecision.Locality;

    /// <summary>Metres within which it happened; null takes the place's own radius.</summary>
    public int? RadiusM { get; init; }

    /// <summary>Id of the source that says so; null: not recorded.</summary>
    public string? Source { get; init; }
    public Span? Span { get; init; }
}

/// <summary>What a place was to the incident.</summary>
public enum PlaceRole { Scene, Origin, Target, Along }

/// <summary>The exact words of a source: offsets in UTF-16 code units, half open, where the text is known.</summary>
public sealed record Span([property: JsonRequired] string Quote, int? Start = null, int? End = null);

public sealed record IncidentActor
{
    /// <summary>Id of the actor.</summary>
    public required string Actor { get; init; }
    public ActorRole Role { get; init; }
    public string? Words { get; init; }
}

public enum ActorRole { Party, Initiator, Target, Accused, Mediator, Other }
