namespace BorderMap.Incidents.Cql2;

/// <summary>The two encodings of CQL2 (OGC 21-065).</summary>
public enum Cql2Language { Text, Json }

/// <summary>Reads filters in CQL2.</summary>
public static class Cql2Filter
{
    /// <summary>The names of the encodings, as <c>filter-lang</c> has them.</summary>
    public static IReadOnlyDictionary<string, Cql2Language> Languages { get; } = new Dictionary<string, Cql2Language>
    {
        ["cql2-text"] = Cql2Language.Text,
        ["cql2-json"] = Cql2Language.Json,
    };

    /// <summary>Reads and checks a filter; never throws on any text.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="language">Its encoding.</param>
    /// <param name="queryables">The properties that it may name.</param>
    /// <param name="crs">What its positions are given in; null: longitude and latitude.</param>
    /// <returns>A filter that SQL can be made of, or the first problem with its position.</returns>
    public static Cql2Result Read(string text, Cql2Language language, IEnumerable<QueryableProperty> queryables, FilterCrs? crs = null)
    {
        var reading = new Reading(crs ?? FilterCrs.Crs84);
        var filter = Parse(text, language, reading);
        if (!reading.HasFailed)
            filter = new TypeCheck(queryables.ToDictionary(queryable => queryable.Name), reading).Condition(filter);
        return reading.HasFailed ? new(null, reading.Problem) : new(filter, null);
    }

    private static Expression Parse(string text, Cql2Language language, Reading reading)
    {
        if (text.Length > Cql2Limits.Length)
            return reading.Fail(Cql2Problems.TooMany(Cql2Limits.Length, "characters", Cql2Limits.Length));
        return language == Cql2Language.Text ? TextParser.Read(text, reading) : JsonParser.Read(text, reading);
    }
}
