using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Web.Overviews;

/// <summary>What an overview is made of.</summary>
public sealed record OverviewInput
{
    public required IncidentFilter Filter { get; init; }

    /// <summary>What the filter asks for beside the time, in words.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];
    public required long Pub { get; init; }
    public required FilterSummary Summary { get; init; }
    public required IReadOnlyList<KindTally> Tally { get; init; }

    /// <summary>Public documents, latest first: all incidents, or as many as are told of.</summary>
    public required IReadOnlyList<JsonElement> Documents { get; init; }

    /// <summary>Public documents of the episodes that these are part of.</summary>
    public required IReadOnlyList<JsonElement> Episodes { get; init; }

    /// <summary>The address of the site.</summary>
    public required string Site { get; init; }

    /// <summary>The day on which its reader asked for it; null: not said.</summary>
    public DateOnly? Accessed { get; init; }
}
