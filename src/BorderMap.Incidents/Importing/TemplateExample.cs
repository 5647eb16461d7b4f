using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>The example of the CSV template: two invented incidents, one of them with two contradicting claims in two rows.</summary>
public static class TemplateExample
{
    private static readonly Source Paper = new()
    {
        Id = "s-aaaaaaaaaa",
        Publisher = "Example Gazette",
        Title = "INVENTED EXAMPLE: shells fall near a crossing",
        Url = "https://example.org/gazette/1",
        Published = new(2025, 10, 12),
    };

    private static readonly Source Radio = new() { Id = "s-bbbbbbbbbb", Publisher = "Example Radio", Title = "INVENTED EXAMPLE: no losses, says the army", Url = "https://example.org/radio/2" };

    public static IReadOnlyDictionary<string, Source> Sources { get; } = new[] { Paper, Radio }.ToDictionary(source => source.Id);

    public static IReadOnlyList<Incident> Incidents { get; } =
    [
        new()
        {
            Status = IncidentStatus.Draft,
            Title = "INVENTED EXAMPLE: shelling near Torkham",
            Kind = "shelling",
            CrossBorder = true,
            Date = new() { Start = new(2025, 10, 11), End = new(2025, 10, 11), Precision = DatePrecision.Day },
            Places = [new() { Words = "Torkham", Lon = 71.0933, Lat = 34.1214, Precision = PlacePrecision.Near, RadiusM = 25_000, Source = Paper.Id }],
            Actors = [new() { Actor = "Example Army", Role = ActorRole.Initiator }, new() { Actor = "Example Fighters", Role = ActorRole.Target }],
            Claims =
            [
                new() { Claimant = "Example Fighters", Group = new("AF", "civilians"), Killed = new(2, 3), Injured = new(7, null), SaidOn = new(2025, 10, 11), Source = Paper.Id, Span = new("two or three villagers died") },
                new() { Claimant = "Example Army", Stance = Stance.Denies, About = ClaimAbout.Occurrence, Words = "The army says that no shell was fired.", Source = Radio.Id },
            ],
            Sources = [new(Paper.Id), new(Radio.Id)],
            SourceKeys = ["example:1"],
        },
        new()
        {
            Status = IncidentStatus.Draft,
            Title = "INVENTED EXAMPLE: a crossing closes",
            Kind = "crossing_closure",
            CrossBorder = true,
            Date = new() { Start = new(2025, 10, 12), End = new(2025, 10, 20), Precision = DatePrecision.Range, Words = "since Sunday" },
            Places = [new() { Words = "Chaman", Place = "x-spin-boldak-chaman-crossing", Precision = PlacePrecision.Locality }],
            Notes = "Delete the example rows before you import your own.",
            SourceKeys = ["example:2"],
        },
    ];

    /// <summary>The whole file.</summary>
    public static string Text() => TemplateWriter.Header + string.Concat(Incidents.Select(incident => TemplateWriter.Rows(incident, Sources)));
}
