using System.Text.Json;

namespace BorderMap.Web.Endpoints;

/// <summary>What several operations of the description share: the schemas of documents, and the ways to sign in.</summary>
internal static class OpenApiComponents
{
    private const string Problem = """
        {"type":"object","description":"RFC 9457 problem details.","required":["type","title","status","detail","code","field","fix"],"properties":{
        "type":{"type":"string","format":"uri"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},"instance":{"type":"string"},
        "code":{"type":"string"},"field":{"type":"string"},"value":{"type":"string"},"fix":{"type":"string"},
        "problems":{"type":"array","description":"All of them, when there is more than one.","items":{"type":"object"}},
        "version":{"type":"integer","description":"With status 412: the version that there is."},"current":{"type":"object","description":"With status 412: the document that there is."}}}
        """;

    private const string Episode = """
        {"type":"object","additionalProperties":false,"required":["title"],"properties":{"id":{"type":"string"},"version":{"type":"integer","readOnly":true},
        "title":{"type":"string","minLength":1,"maxLength":300},"start":{"$ref":"#/components/schemas/day"},"end":{"$ref":"#/components/schemas/day"},"summary":{"type":"string"},
        "claims":{"type":"array","items":{"$ref":"#/components/schemas/claim"}},"sources":{"type":"array","items":{"$ref":"#/components/schemas/source_use"}},
        "source_keys":{"type":"array","items":{"type":"string"}}}}
        """;

    private const string Source = """
        {"type":"object","additionalProperties":false,"required":["publisher"],"properties":{"id":{"type":"string"},"version":{"type":"integer","readOnly":true},
        "publisher":{"type":"string"},"origin":{"type":"string","description":"Whose own reporting it is, after wire attribution; left out: the publisher's."},"title":{"type":"string"},
        "url":{"type":"string","format":"uri"},"published":{"$ref":"#/components/schemas/day"},"retrieved":{"$ref":"#/components/schemas/day"},"sha256":{"type":"string"},"archive":{"type":"string","format":"uri"},
        "licence":{"type":"object","properties":{"display":{"type":"boolean"},"derive":{"type":"boolean"},"redistribute":{"type":"boolean"},"name":{"type":"string"}}},
        "sensitivity":{"type":"object","properties":{"public_from":{"type":"string","format":"date-time"},"show_as":{"enum":["full","district","province","withheld"]}}},"notes":{"type":"string"},
        "withdrawn":{"type":"boolean"},"discounted":{"type":"boolean"},"own_reporting":{"type":"boolean"}}}
        """;

    private const string Actor = """
        {"type":"object","additionalProperties":false,"required":["id","name"],"properties":{"id":{"type":"string","description":"A slug."},"version":{"type":"integer","readOnly":true},
        "name":{"type":"string"},"kind":{"enum":["state","state_force","non_state","civilians","international","unknown"]},"country":{"type":"string","minLength":2,"maxLength":2},
        "part_of":{"type":"string"},"aliases":{"type":"array","items":{"type":"string"}}}}
        """;

    private const string SignIns = """
        {"session":{"type":"apiKey","in":"cookie","name":"bordermap","description":"The cookie of a sign-in; named __Host-bordermap over https. Requests that change something carry the antiforgery token of /api/session in the header X-Antiforgery."},
        "token":{"type":"http","scheme":"bearer","description":"An API token, bm_…, in the Authorization header."}}
        """;

    public static void Write(Utf8JsonWriter json, ContentRoot content)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("schemas");
        foreach (var (name, schema) in (IEnumerable<(string, string)>)[("Problem", Problem), ("ResolveQueries", BatchBody.QueriesSchema), ("Episode", Episode), ("Source", Source), ("Actor", Actor)])
        {
            json.WritePropertyName(name);
            json.WriteRawValue(schema);
        }
        WriteIncident(json, content);
        json.WriteEndObject();
        json.WritePropertyName("securitySchemes");
        json.WriteRawValue(SignIns);
        json.WriteEndObject();
    }

    /// <summary>The definitions of the incident's own schema, each a component.</summary>
    private static void WriteIncident(Utf8JsonWriter json, ContentRoot content)
    {
        var text = File.ReadAllText(Path.Combine(content.Data, "schema", "incident.schema.json")).Replace("#/$defs/", "#/components/schemas/", StringComparison.Ordinal);
        using var schema = JsonDocument.Parse(text);
        foreach (var definition in schema.RootElement.GetProperty("$defs").EnumerateObject())
        {
            definition.WriteTo(json);
        }
    }
}
