using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Completes the names of places, types and properties for reconciliation clients.</summary>
public static class ReconciliationSuggest
{
    public static IResult Entities(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var (prefix, cursor, language) = Read(query);
        var type = query.IsEmpty(Parameters.SuggestType) ? null : query.Choice(Parameters.SuggestType);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var found = prefix.Length == 0 ? [] : Find(prefix, type is null ? null : PlaceWords.KindOf(type), cursor, atlas);
        return JsonText.In(language, json =>
        {
            json.WriteStartArray("result");
            foreach (var (place, matched) in found)
            {
                json.WriteStartObject();
                json.WriteString("id", place.Id);
                json.WriteString("name", language.NameOf(place).Text);
                json.WriteString("description", PlaceWords.Description(place, atlas.Places, language, matched));
                json.WriteStartArray("notable");
                ReconciliationSchema.TypeOf(place.Kind).WriteShort(json);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    public static IResult Types(HttpContext http, Atlas atlas) => Terms(http, ReconciliationSchema.Types);

    public static IResult Properties(HttpContext http, Atlas atlas) => Terms(http, ReconciliationSchema.Properties);

    private static IResult Terms(HttpContext http, IReadOnlyList<ReconciliationTerm> terms)
    {
        var query = new QueryValues(http.Request);
        var (prefix, cursor, language) = Read(query);
        return query.Problems.Count > 0 ? new ProblemResult(query.Problems) : JsonText.In(language, json =>
        {
            json.WriteStartArray("result");
            foreach (var term in ReconciliationSchema.Beginning(terms, prefix).Skip(cursor))
            {
                term.Write(json);
            }
            json.WriteEndArray();
        });
    }

    /// <summary>The place of that id, then places by name.</summary>
    private static IEnumerable<(Place Place, string? Matched)> Find(string prefix, PlaceKind? kind, int cursor, Atlas atlas)
    {
        var byId = atlas.Places.Find(prefix) is { } place ? new[] { (place, (string?)null) } : [];
        var byName = new PlaceFilter(kind).Search(atlas.Resolver, prefix, cursor + Limits.SearchDefault).Select(candidate => (candidate.Place, (string?)candidate.Matched));
        return byId.Concat(byName).Skip(cursor).Take(Limits.SearchDefault);
    }

    /// <summary>An empty prefix is no fault here: clients ask so for all types and properties.</summary>
    private static (string Prefix, int Cursor, NameLanguage Language) Read(QueryValues query) =>
        (query.IsEmpty(Parameters.Prefix) ? "" : query.Text(Parameters.Prefix) ?? "", query.Integer(Parameters.SuggestCursor), query.Language());
}
