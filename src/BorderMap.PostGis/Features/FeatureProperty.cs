namespace BorderMap.PostGis.Features;

/// <summary>A property of the features of a collection: what schemas say of it, and its value in SQL.</summary>
/// <param name="Name">As features and requests spell it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Sql">Its value over the collection's <see cref="FeatureSet.From"/>: text in collation C, integer, double precision, boolean, date or timestamptz.</param>
/// <param name="Title">For people.</param>
public sealed record FeatureProperty(string Name, PropertyType Type, string Sql, string Title)
{
    public string? Description { get; init; }

    /// <summary>The closed list of values; empty: any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
    public PropertyRole Role { get; init; }

    /// <summary>UCUM's code of the unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether features can be selected and sorted by it.</summary>
    public bool IsQueryable { get; init; } = true;

    /// <summary>A key without nulls whose ascending order is the property's descending one, where an index holds it.</summary>
    public string? DescendingSql { get; init; }
}

/// <summary>The type of a property; JSON has dates and instants as strings.</summary>
public enum PropertyType { Text, Integer, Number, Boolean, Date, Instant }

/// <summary>What a property is to its feature.</summary>
public enum PropertyRole { None, Id, Start, End, Kind }
