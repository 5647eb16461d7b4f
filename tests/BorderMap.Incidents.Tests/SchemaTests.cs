using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

/// <summary><c>data/schema/incident.schema.json</c> says what the records say.</summary>
public class SchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "schema", "incident.schema.json")))!;

    public static TheoryData<string, Type> Records => new()
    {
        { "incident", typeof(Incident) }, { "date", typeof(IncidentDate) }, { "place", typeof(IncidentPlace) }, { "actor", typeof(IncidentActor) }, { "claim", typeof(Claim) },
        { "group", typeof(HarmedGroup) }, { "figure", typeof(Figure) }, { "object", typeof(ClaimedObject) }, { "period", typeof(Period) }, { "estimate", typeof(Estimate) },
        { "source_use", typeof(SourceUse) }, { "span", typeof(Span) }, { "sensitivity", typeof(Sensitivity) }, { "merged_from", typeof(MergedFrom) }, { "derived", typeof(Derived) },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void A_definition_has_the_members_of_its_record(string definition, Type type)
    {
        var schema = Definition(definition);
        Assert.Equal(MembersOf(type).Select(Name), Properties(schema).Select(p => p.Key));
        Assert.Equal(MembersOf(type).Where(IsRequired).Select(Name), Required(schema));
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Each_member_has_the_type_of_its_property(string definition, Type type)
    {
        foreach (var member in MembersOf(type))
            AssertSameType(Resolve(Definition(definition)["properties"]![Name(member)]!), member.PropertyType, $"{definition}.{Name(member)}");
    }

    [Fact]
    public void The_vocabularies_of_the_schema_are_those_of_the_data_files()
    {
        Assert.Equal(Kinds.All.Select(k => k.Kind), Words(Definition("incident")["properties"]!["kind"]!));
        Assert.Equal(Groups.Categories.Select(c => c.Category), Words(Definition("group")["properties"]!["category"]!));
        Assert.Equal(Groups.Sides.Select(s => s.Side), Words(Definition("group")["properties"]!["side"]!));
    }

    [Fact]
    public void Every_incident_of_the_starter_file_fits_the_schema()
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "incidents", "starter.json")))!;
        Assert.Empty(file["incidents"]!.AsArray().SelectMany((i, n) => Misfits(Schema, i, $"incidents[{n}]")));
    }

    [Theory]
    [InlineData("""{"title":"x","kind":"shelling"}""", true)]
    [InlineData("""{"title":"x","kind":"shelling","claims":[{"killed":{"min":3}}],"places":[{"place":"x-torkham-crossing","lon":71.1,"lat":34.1}]}""", true)]
    [InlineData("""{"kind":"shelling"}""", false)]
    [InlineData("""{"title":"x","kind":"skirmish"}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","colour":"red"}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","claims":[{"killed":{"max":3}}]}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","claims":[{"killed":{"min":-1}}]}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","places":[{"lon":34.1,"lat":71.1}]}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","places":[{"place":"x-torkham-crossing","lon":71.1}]}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","places":[{"words":"somewhere"}]}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","date":{"start":"11.10.2025"}}""", false)]
    [InlineData("""{"title":"x","kind":"shelling","id":"i-1"}""", false)]
    public void The_schema_accepts_and_refuses_what_validation_does(string document, bool fits)
    {
        Assert.Equal(fits, !Misfits(Schema, JsonNode.Parse(document), "$").Any());
        var context = new ValidationContext(new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), Repository.Atlas);
        Assert.Equal(fits, IsValid(document, context));
    }

    private static bool IsValid(string document, ValidationContext context)
    {
        try
        {
            return Validation.Check(JsonSerializer.Deserialize<Incident>(document, IncidentJson.Options)!, context).Count == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void AssertSameType(JsonNode schema, Type type, string where)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            Assert.Equal(WordsOf(type), Words(schema));
        else if (type == typeof(string) && schema["enum"] is not null)
            Assert.NotEmpty(Words(schema));
        else
            Assert.True(schema["type"]!.GetValue<string>() == JsonTypeOf(type), where);
    }

    private static string JsonTypeOf(Type type) => type switch
    {
        _ when type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) => "string",
        _ when type == typeof(int) => "integer",
        _ when type == typeof(double) => "number",
        _ when type == typeof(bool) => "boolean",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => "object",
        _ when typeof(IEnumerable).IsAssignableFrom(type) => "array",
        _ => "object",
    };

    // As much of JSON Schema as this schema uses.
    private static IEnumerable<string> Misfits(JsonNode schema, JsonNode? value, string where)
    {
        var rule = Resolve(schema);
        if (rule["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
            yield return $"{where}: not one of the words";
        if (rule["type"]?.GetValue<string>() is { } type && type != TypeOf(value, type))
            yield return $"{where}: not {type}";
        else if (value is JsonObject o)
            foreach (var misfit in ObjectMisfits(rule, o, where))
                yield return misfit;
        else if (value is JsonArray items)
            foreach (var misfit in items.SelectMany((item, i) => Misfits(rule["items"]!, item, $"{where}[{i}]")))
                yield return misfit;
        else if (value is JsonValue scalar && ScalarMisfit(rule, scalar) is { } wrong)
            yield return $"{where}: {wrong}";
    }

    private static IEnumerable<string> ObjectMisfits(JsonNode rule, JsonObject value, string where)
    {
        foreach (var name in Required(rule).Where(n => !value.ContainsKey(n)))
            yield return $"{where}: lacks {name}";
        foreach (var (name, needs) in rule["dependentRequired"]?.AsObject() ?? [])
            if (value.ContainsKey(name) && needs!.AsArray().Any(n => !value.ContainsKey(n!.GetValue<string>())))
                yield return $"{where}: {name} needs another member";
        if (rule["anyOf"]?.AsArray().All(any => Required(any!).Any(n => !value.ContainsKey(n))) == true)
            yield return $"{where}: lacks members that must stand together";
        if (value.Count < (rule["minProperties"]?.GetValue<int>() ?? 0))
            yield return $"{where}: is empty";
        foreach (var (name, member) in value)
        {
            var memberRule = rule["properties"]?[name] ?? (rule["additionalProperties"] as JsonObject);
            if (memberRule is null)
                yield return $"{where}: has {name}";
            else
                foreach (var misfit in Misfits(memberRule, member, $"{where}.{name}"))
                    yield return misfit;
        }
    }

    private static string? ScalarMisfit(JsonNode rule, JsonValue value)
    {
        if (value.TryGetValue<string>(out var text))
            return rule["pattern"] is { } pattern && !System.Text.RegularExpressions.Regex.IsMatch(text, pattern.GetValue<string>()) ? "does not match"
                : text.Length < (rule["minLength"]?.GetValue<int>() ?? 0) || text.Length > (rule["maxLength"]?.GetValue<int>() ?? int.MaxValue) ? "length" : null;
        if (value.GetValueKind() != JsonValueKind.Number)
            return null;
        var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        return number < (rule["minimum"]?.GetValue<double>() ?? double.MinValue) || number > (rule["maximum"]?.GetValue<double>() ?? double.MaxValue) ? "range" : null;
    }

    private static string TypeOf(JsonNode? value, string wanted) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => wanted == "integer" && value.ToJsonString().Contains('.') ? "number" : wanted,
        _ => "null",
    };

    private static JsonNode Definition(string name) => Schema["$defs"]![name]!;

    private static JsonNode Resolve(JsonNode schema) => schema["$ref"]?.GetValue<string>() is { } path ? Definition(path["#/$defs/".Length..]) : schema;

    private static JsonObject Properties(JsonNode schema) => schema["properties"]!.AsObject();

    private static IEnumerable<string> Required(JsonNode schema) => schema["required"]?.AsArray().Select(n => n!.GetValue<string>()) ?? [];

    private static IEnumerable<string> Words(JsonNode schema) => schema["enum"]!.AsArray().Select(w => w!.GetValue<string>());

    private static IEnumerable<string> WordsOf(Type type) =>
        (IEnumerable<string>)typeof(Incidents.Words).GetMethod(nameof(Incidents.Words.All))!.MakeGenericMethod(type).Invoke(null, [])!;

    private static IEnumerable<PropertyInfo> MembersOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static string Name(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) || property.IsDefined(typeof(JsonRequiredAttribute));
}
