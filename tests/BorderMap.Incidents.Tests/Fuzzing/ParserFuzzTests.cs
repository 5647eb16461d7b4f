using System.Globalization;
using System.Text;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Tests.Importing;

namespace BorderMap.Incidents.Tests.Fuzzing;

/// <summary>Every parser of what others send, with good texts that were spoilt: a value or a problem, never an exception. CQL2 and reports have tests of their own.</summary>
public class ParserFuzzTests
{
    /// <summary>How many texts each parser of one line gets; a parser of files gets a tenth. A night's run sets it to some millions.</summary>
    private static readonly int Count = Number("BORDERMAP_FUZZ", 4_000);

    private static readonly int Seed = Number("BORDERMAP_FUZZ_SEED", 11);

    private static readonly Dictionary<string, string[]> Values = new()
    {
        [FilterNames.Bbox] = ["69.5,33,71,34.5", "-180,-90,180,90"],
        [FilterNames.Within] = ["69.5,33,71,33,70.2,34.5", "60,29,75,29,75,38,60,38"],
        [FilterNames.PlaceMatch] = ["possible", "certain"],
        [FilterNames.Datetime] = ["2025-10-11", "2025-10-11/2025-10-19", "../2025-10-19", "2025-10-11T18:00:00+05:00/..", "2025-10-11T18:00:00.123Z/2025-10-12T00:00:00Z"],
        [FilterNames.TimeMatch] = ["certain"],
        [FilterNames.Kind] = ["airstrike,shelling", "combat"],
        [FilterNames.Actor] = ["pak-military,ttp"],
        [FilterNames.Place] = ["421168799,x-torkham-crossing"],
        [FilterNames.Side] = ["AF,PK"],
        [FilterNames.LineKm] = ["300..420", "..420", "300.."],
        [FilterNames.Episode] = ["e-aaaaaaaaaa"],
        [FilterNames.KilledMin] = ["10"],
        [FilterNames.Grade] = ["confirmed,fair"],
        [FilterNames.Precision] = ["exact,near"],
        [FilterNames.CrossBorder] = ["true"],
        [FilterNames.Q] = ["Spin Boldak"],
        [FilterNames.Publisher] = ["Dawn|TOLOnews"],
        [FilterNames.Ids] = ["i-aaaaaaaaaa,i-bbbbbbbbbb"],
        [FilterNames.AsOf] = ["12"],
        [FilterNames.Filter] = ["kind IN ('airstrike') AND killed_low >= 5", """{"op":">=","args":[{"property":"killed_low"},5]}"""],
        [FilterNames.FilterLang] = ["cql2-text", "cql2-json"],
    };

    [Fact]
    public void The_parameters_of_a_filter()
    {
        var mutator = new Mutator(Seed);
        var read = 0;
        for (var i = 0; i < Count * 2; i++)
        {
            var names = Enumerable.Range(0, 3).Select(_ => mutator.One([.. Values.Keys])).Distinct();
            var pairs = names.Select(name => KeyValuePair.Create(name, i % 4 == 0 ? mutator.One(Values[name]) : mutator.Spoil(Values[name]))).ToList();
            var (filter, problems) = Within(string.Join('&', pairs), () => IncidentFilter.Parse(pairs));
            Assert.Equal(filter is null, problems.Count > 0);
            Assert.All(problems, problem => Assert.NotEmpty(problem.Fix));
            if (filter is not null)
            {
                // What is told to others as the filter is the same filter.
                Assert.Equal(filter, IncidentFilter.Parse(filter.ToParameters()).Filter);
                read++;
            }
        }
        Assert.True(read > Count / 4, $"{read}");
    }

    [Fact]
    public void Coordinates()
    {
        string[] corpus = ["34.1300, 71.0800", "34°07'48\"N 71°04'48\"E", "42S XC 91903 78706", "42SWB30822706", "N34 07.8 E071 04.8", "geo:34.13,71.08;u=10", "340748N0710448E", "https://www.openstreetmap.org/#map=12/34.13/71.08", "٣٤٫١٣ ٧١٫٠٨", "42N 691903 3778706"];
        var mutator = new Mutator(Seed);
        for (var i = 0; i < Count * 2; i++)
        {
            var text = mutator.Spoil(corpus);
            Within(text, () => CoordinateText.Read(text));
        }
    }

    public static TheoryData<ImportFormat, string> Files => new()
    {
        { ImportFormat.Csv, Importing.Files.Table(("source_key", "a:1"), ("kind", "shelling"), ("title", "Shelling"), ("date_start", "2025-10-15"), ("place", "Torkham"), ("place_context", "Nangarhar"), ("killed", "5+"), ("claimant", "TTP"), ("publisher", "Gazette")) },
        { ImportFormat.Acled, Importing.Files.Table(AcledRowsTests.Event) },
        { ImportFormat.Ucdp, Importing.Files.Table(UcdpRowsTests.Event) },
        { ImportFormat.Geojson, """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[70.5,33.9]},"properties":{"source_key":"a:1","kind":"shelling","title":"Shelling","date_start":"2025-10-15"}}]}""" },
        { ImportFormat.Bordermap, """{"format":"bordermap/1","actors":[{"id":"ttp","name":"TTP","kind":"non_state"}],"sources":[{"id":"s-aaaaaaaaaa","publisher":"Example Gazette"}],"episodes":[],"incidents":[{"title":"Shelling","kind":"shelling","status":"published","date":{"start":"2025-10-15","end":"2025-10-15","precision":"day"},"places":[{"lon":70.5,"lat":33.9,"precision":"near","radius_m":2000}],"claims":[{"about":"toll","claimant":"ttp","stance":"asserts","killed":{"min":1,"max":3}}],"source_keys":["a:1"]}]}""" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Files_of_every_format(ImportFormat format, string good)
    {
        var mutator = new Mutator(Seed);
        var rows = 0;
        for (var i = 0; i < Count / 10; i++)
        {
            var text = mutator.Spoil([good]);
            var file = Within(text, () => Recognition.Of(Encoding.UTF8.GetBytes(text), isWhole: true));
            Within(text, () => new PlanRequest { IsDryRun = true, Release = "22.1" }.Plan(file));
            var read = await Importing.Files.ReadAsync(text, new ReadingPlan(format) { Release = "22.1" });
            Assert.All(read.Select(row => row.Problem).OfType<Problem>(), problem => Assert.NotEmpty(problem.Message));
            rows += read.Count;
        }
        Assert.True(rows > Count / 20, $"{rows}");
    }

    /// <summary>Does it, and fails with the text that it failed on.</summary>
    private static T Within<T>(string text, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"seed {Seed}: {Escaped(text)}", error);
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c is >= ' ' and < (char)127 ? c.ToString() : $"\\u{(int)c:x4}"));

    private static int Number(string name, int ifAbsent) => int.Parse(Environment.GetEnvironmentVariable(name) ?? ifAbsent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
