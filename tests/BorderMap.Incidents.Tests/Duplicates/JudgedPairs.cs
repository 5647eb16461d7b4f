using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Duplicates;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests.Duplicates;

/// <summary>The judged pairs of <c>../shared/facts</c>: documented incidents and UCDP Candidate events, as documents.</summary>
internal sealed class JudgedPairs
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "facts");
    private static readonly string[] Precisions = ["", "locality", "near", "district", "province", "province", "country", "country"];
    private static readonly int[] Radii = [0, 5_000, 15_000, 25_000, 90_000, 120_000, 500_000, 500_000];

    public static bool AreThere => File.Exists(Path.Combine(Folder, "duplicates.json"));

    public required IReadOnlyDictionary<string, Incident> Documents { get; init; }
    public required DuplicateContext Context { get; init; }

    /// <summary>By both keys: same, related, different.</summary>
    public required IReadOnlyDictionary<(string, string), string> Verdicts { get; init; }

    /// <summary>Rows that no incident of the set is the same as.</summary>
    public required IReadOnlySet<string> Alone { get; init; }

    public static JudgedPairs Read(Atlas atlas)
    {
        var documents = Json("incidents.json").ToDictionary(fact => $"incidents:{Text(fact, "id")}", fact => Fact(fact, atlas));
        foreach (var row in Rows(Path.Combine(Folder, "ucdp-candidate-2026-afg-pak.csv")))
            documents.Add($"ucdp:{row["id"]}", Event(row));
        var pairs = Json("duplicates.json").Select(pair => (A: Key(pair.GetProperty("a")), B: Key(pair.GetProperty("b")), Verdict: Text(pair, "verdict")!)).ToList();
        var sources = Json("incidents.json").SelectMany(fact => fact.GetProperty("sources").EnumerateArray()).Where(source => Text(source, "url") is not null)
            .DistinctBy(source => Text(source, "url")).ToDictionary(source => Text(source, "url")!, source => new Source { Id = Text(source, "url")!, Publisher = Text(source, "publisher")!, Url = Text(source, "url") });
        return new()
        {
            Documents = documents,
            Context = new(Json("actors.json").Select(ActorOf).ToDictionary(actor => actor.Id), sources, atlas),
            Verdicts = pairs.Where(pair => pair.A is not null && pair.B is not null).ToDictionary(pair => (pair.A!, pair.B!), pair => pair.Verdict),
            Alone = pairs.Where(pair => pair.A is null).Select(pair => pair.B!).ToHashSet(),
        };
    }

    public string? VerdictOf(string a, string b) => Verdicts.GetValueOrDefault((a, b)) ?? Verdicts.GetValueOrDefault((b, a)) ?? (Alone.Contains(a) || Alone.Contains(b) ? "different" : null);

    private static Incident Fact(JsonElement fact, Atlas atlas) => new()
    {
        Title = Text(fact, "title")!,
        Kind = Text(fact, "kind")!,
        Date = new()
        {
            Start = Day(Text(fact, "start")),
            End = Day(Text(fact, "end")) ?? Day(Text(fact, "start")),
            Precision = Enum.TryParse<DatePrecision>(Text(fact, "date_precision"), true, out var precision) ? precision : DatePrecision.Approx,
        },
        Places = Text(fact, "lat") is null && Text(fact, "wof_id") is null ? [] :
        [
            new()
            {
                Place = Text(fact, "wof_id") is { } id && atlas.Places.Find(id) is not null ? id : null,
                Lon = Number(fact, "lon"),
                Lat = Number(fact, "lat"),
                Precision = Enum.Parse<PlacePrecision>(Text(fact, "precision")!, true),
                RadiusM = (int?)Number(fact, "radius_m"),
            },
        ],
        Actors = [.. fact.GetProperty("actors").EnumerateArray().Select(actor => Given.Takes(Text(actor, "actor_id")!, ActorRole.Party))],
        Claims = [.. fact.GetProperty("claims").EnumerateArray().Select(ClaimOf)],
        Sources = [.. fact.GetProperty("sources").EnumerateArray().Select(source => Text(source, "url")).OfType<string>().Select(url => new SourceUse(url))],
    };

    private static Claim ClaimOf(JsonElement claim) => new()
    {
        Claimant = Text(claim, "claimant_id"),
        Stance = Text(claim, "stance") == "denies" ? Stance.Denies : Stance.Asserts,
        Killed = FigureOf(claim, "killed"),
        Injured = FigureOf(claim, "injured"),
        Captured = FigureOf(claim, "captured"),
    };

    private static Figure? FigureOf(JsonElement claim, string of) =>
        Number(claim, of + "_min") is null && Number(claim, of + "_max") is null ? null : new((int?)Number(claim, of + "_min"), (int?)Number(claim, of + "_max"));

    private static Incident Event(Dictionary<string, string> row)
    {
        var where = int.Parse(row["where_prec"]);
        return new()
        {
            Title = row["id"],
            Kind = "violence_unspecified",
            Date = new() { Start = Day(row["date_start"]), End = Day(row["date_end"]), Precision = row["date_prec"] switch { "1" => DatePrecision.Day, "2" => DatePrecision.Range, "3" => DatePrecision.Week, _ => DatePrecision.Month } },
            Places = [new() { Lon = double.Parse(row["longitude"], CultureInfo.InvariantCulture), Lat = double.Parse(row["latitude"], CultureInfo.InvariantCulture), Precision = Enum.Parse<PlacePrecision>(Precisions[where], true), RadiusM = Radii[where] }],
            Actors = [Given.Takes("afg-taliban-forces", ActorRole.Party), Given.Takes("pak-security-forces", ActorRole.Party)],
            Estimates = [new() { By = "UCDP", Low = int.Parse(row["low"]), Best = int.Parse(row["best"]), High = int.Parse(row["high"]) }],
            SourceKeys = [$"ucdp:{row["id"]}"],
        };
    }

    private static Actor ActorOf(JsonElement actor) => new()
    {
        Id = Text(actor, "id")!,
        Name = Text(actor, "name")!,
        Kind = Enum.TryParse<ActorKind>(Text(actor, "kind")?.Replace("_", "", StringComparison.Ordinal), true, out var kind) ? kind : ActorKind.Unknown,
        Country = Text(actor, "country"),
        PartOf = Text(actor, "part_of"),
    };

    private static string? Key(JsonElement end) => Text(end, "id") is { } id ? $"{Text(end, "source")}:{id}" : null;

    private static List<JsonElement> Json(string file) => [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement.EnumerateArray()];

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member.ToString() : null;

    private static double? Number(JsonElement value, string name) => Text(value, name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text[..10], "yyyy-MM-dd");

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadLines(file).Select(Fields).ToList();
        return lines.Skip(1).Select(fields => lines[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static List<string> Fields(string line)
    {
        var (fields, text, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line + ",")
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
            {
                fields.Add(text.ToString());
                text.Clear();
            }
            else
                text.Append(c);
        return fields;
    }
}
