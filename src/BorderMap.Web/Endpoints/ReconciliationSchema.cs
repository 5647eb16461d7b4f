using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>The types and properties of the reconciliation service: kinds of place, and what tells where a place lies.</summary>
public static class ReconciliationSchema
{
    /// <summary>The type of every place.</summary>
    public const string AnyPlace = "place";

    public static IReadOnlyList<ReconciliationTerm> Types { get; } =
    [
        new(AnyPlace, "Place", "Any kind of place"),
        new("province", "Province", "A province of Afghanistan or Pakistan, or a territory of the same rank"),
        new("district", "District", "A woluswali of Afghanistan or a district of Pakistan"),
        new("locality", "Locality", "A town or village"),
        new("crossing", "Crossing", "A border crossing of the Durand Line"),
        new("area", "Area", "A historic or colloquial region, or a former administrative unit"),
        new("country", "Country", "Afghanistan or Pakistan"),
    ];

    public static IReadOnlyList<ReconciliationTerm> Properties { get; } =
    [
        new("context", "Context", "District, province or country in words, in any order, separated by commas"),
        new("district", "District", "The district that the place lies in"),
        new("province", "Province", "The province that the place lies in"),
        new("country", "Country", "The country that the place lies in: a name, AF or PK"),
        new("near", "Near", "A position near the place: longitude and latitude in degrees with a comma between, or any notation that shows which is which"),
        new("on", "Day", "The day that the text speaks of, as year-month-day: names and districts as they were then"),
    ];

    /// <summary>The type of a kind of place.</summary>
    public static ReconciliationTerm TypeOf(PlaceKind kind) => Types.First(type => type.Id == JsonText.Word(kind));

    /// <summary>Terms whose id or name begins so; all for an empty prefix.</summary>
    public static IEnumerable<ReconciliationTerm> Beginning(IEnumerable<ReconciliationTerm> terms, string prefix) =>
        terms.Where(term => term.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || term.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A type or property of the reconciliation service.</summary>
public sealed record ReconciliationTerm(string Id, string Name, string Description)
{
    /// <summary>Id, name and description as one object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("description", Description);
        json.WriteEndObject();
    }

    /// <summary>Id and name, as a type stands in a candidate.</summary>
    public void WriteShort(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteEndObject();
    }
}
