using BorderMap.Gazetteer.Loading;
using BorderMap.Gazetteer.Tests.Build;

namespace BorderMap.Gazetteer.Tests.Loading;

/// <summary>What every file that is written by hand must keep to; ids, dates, marks and columns are checked whenever the gazetteer is loaded.</summary>
public class CuratedFilesTests
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The letters common to Pashto, Dari, Urdu and Balochi.</summary>
    private const string Common = "اآبپتثجچحخدذرزژسشصضطظعغفقلمنوئء";

    /// <summary>Letters as Afghan and Pakistani media write them; Yeh and Kaf of Arabic keyboards are another letter, which folds to the same.</summary>
    private static readonly Dictionary<string, string> Alphabets = new()
    {
        ["eng"] = Latin,
        ["pus"] = Common + "ټځڅډړږښګڼهيیېۍکأ",
        ["prs"] = Common + "گکهیأ\u200c",
        ["fas"] = Common + "گکهیأ\u200c",
        ["urd"] = Common + "ٹڈڑکگںہھیےۂؤ\u0670",
        ["snd"] = Common + "کگهيڪڳڱٺٽڊڏڌٿڀٻڄڃڦڻ",
        ["bal"] = Common + "ٹڈڑکگںہھیے",
    };

    public static TheoryData<string> Files =>
    [
        "aliases.csv", "dated-names.csv", "crossings.csv", "areas.csv", "new-districts.csv", "lifespans.csv", "former-parents.csv",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_row_has_its_source(string file) => Assert.All(Rows(file), row => Assert.False(string.IsNullOrWhiteSpace(row.Cells[^1]), $"{file}, line {row.Line}"));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_row_stands_twice(string file)
    {
        // A name may hold for two spans and a place may have had several parents, so that only there the id stands with other columns.
        var keys = Rows(file).Select(row => file is "former-parents.csv" or "dated-names.csv" ? string.Join(',', row.Cells.Take(4)) : row.Cells[0]).ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Names_are_written_in_the_letters_of_their_language(string file) => Assert.All(NamesOf(file), name =>
        Assert.True(IsWritten(name.Text, Alphabets[name.Language]), $"{file}, line {name.Line}: {name.Language} {name.Text} ({string.Join(' ', name.Text.Select(c => $"{(int)c:X4}"))})"));

    [Theory]
    [MemberData(nameof(Files))]
    public void Names_have_no_spaces_around_them_and_none_doubled(string file) =>
        Assert.All(NamesOf(file), name => Assert.Equal(string.Join(' ', name.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), name.Text));

    /// <summary>What a source records already needs no alias: another alphabet's Yeh or a doubled space fold away, so they are no other name.</summary>
    [Fact]
    public void No_alias_is_recorded_already()
    {
        var recorded = Checkout.Rows("admin.tsv").Concat(Checkout.Rows("localities-af.tsv")).Concat(Checkout.Rows("localities-pk.tsv")).ToDictionary(row => row[0], row => row[9].Split('|'));
        var repeated = Rows("aliases.csv").SelectMany(row =>
        {
            var known = recorded.GetValueOrDefault(row.Cells[0], []).Select(Key).ToHashSet();
            return row.Cells[1].Split('|').Where(name => !known.Add(Key(name))).Select(name => $"{row.Cells[0]} {name}");
        }).ToList();
        Assert.True(repeated.Count == 0, string.Join(Environment.NewLine, repeated));
    }

    [Theory]
    [InlineData("crossings.csv")]
    [InlineData("areas.csv")]
    [InlineData("new-districts.csv")]
    public void Places_of_our_own_have_each_name_once_and_the_shown_one_first(string file) => Assert.All(Rows(file), row =>
    {
        var names = row.Required("names").Split('|');
        Assert.Equal(names.Select(name => (name[..3], name[4..])).Distinct().Count(), names.Length);
        Assert.Equal($"eng*{row.Required("name")}", names[0]);
        Assert.Equal(names.OrderByDescending(name => name[3] == '*').Select(name => name), names);
    });

    [Fact]
    public void A_new_district_holds_its_seats_and_lies_in_the_district_from_which_it_was_cut()
    {
        var places = CommittedAtlas.Value.Places;
        Assert.All(Rows("new-districts.csv"), row =>
        {
            var district = places.Find(row.Cells[0])!;
            Assert.Equal(row.Required("cut_from"), places.DistrictAt(district.Lon, district.Lat)?.Id);
            Assert.All(row.List("seats"), seat => Assert.True(places.IsIn(places.Find(seat)!, district), $"{seat} lies outside {district.Name}"));
        });
    }

    [Fact]
    public void A_crossing_lies_near_the_line_or_says_how_far_off()
    {
        var atlas = CommittedAtlas.Value;
        Assert.All(atlas.Places.All.Where(place => place.Kind is PlaceKind.Crossing), crossing =>
            Assert.True(atlas.Line.DistanceKm(crossing.Lon, crossing.Lat) * 1000 <= Math.Max(crossing.RadiusM, 2500) + 1000, crossing.Name));
    }

    [Fact]
    public void What_ended_says_what_it_is_today_and_that_is_there_still()
    {
        var places = CommittedAtlas.Value.Places;
        Assert.All(places.All.Where(place => place.Until is not null), place =>
        {
            Assert.NotEmpty(places.TodayOf(place));
            Assert.All(places.TodayOf(place), today => Assert.Null(today.Until));
        });
    }

    private static bool IsWritten(string name, string letters) =>
        name.Any(c => letters.Contains(char.ToLowerInvariant(c))) && name.All(c => c is ' ' or '-' or '.' or '\'' or '(' or ')' || letters.Contains(char.ToLowerInvariant(c)));

    private static string Key(string name) => (name[..3] is "fas" ? "prs" : name[..3] is "und" && char.IsAscii(name[4]) ? "eng" : name[..3]) + CommittedAtlas.Value.Resolver.Folding.Light(name[4..]);

    private static IEnumerable<(int Line, string Language, string Text)> NamesOf(string file) => file is "lifespans.csv" or "former-parents.csv" ? []
        : Rows(file).SelectMany(row => row.Required("names").Split('|').Select(name => (row.Line, name[..3], name[4..])));

    private static List<CsvRow> Rows(string file)
    {
        var gazetteer = GazetteerFile.Read(Checkout.Gazetteer(""), file, CancellationToken.None);
        return [.. CsvFile.Rows(gazetteer, File.ReadLines(Checkout.Gazetteer(file)).First())];
    }
}
