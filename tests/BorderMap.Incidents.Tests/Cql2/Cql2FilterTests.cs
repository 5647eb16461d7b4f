using BorderMap.Incidents.Cql2;

namespace BorderMap.Incidents.Tests.Cql2;

public class Cql2FilterTests
{
    private static readonly QueryableProperty[] Queryables =
    [
        new("kind", Cql2Type.Text), new("killed_low", Cql2Type.Integer), new("cross_border", Cql2Type.Boolean), new("date_start", Cql2Type.Date), new("date_end", Cql2Type.Date),
        new("updated", Cql2Type.Instant), new("geometry", Cql2Type.Geometry),
    ];

    [Fact]
    public void Every_example_of_the_standard_is_read_and_means_the_same_in_both_encodings()
    {
        foreach (var (name, text, json) in StandardExamples.All)
        {
            var read = Cql2Filter.Read(text, Cql2Language.Text, StandardExamples.Queryables);
            Assert.True(read.Problem is null, $"{name}: {read.Problem}");
            if (json is not null)
                Assert.Equal(TextPrinter.Print(read.Filter!), TextPrinter.Print(Cql2Filter.Read(json, Cql2Language.Json, StandardExamples.Queryables).Filter!));
        }
    }

    [Theory]
    [InlineData("avg(windSpeed) < 4", 1, "The function 'avg' is not offered here.")]
    [InlineData("S_WITHIN(road,Buffer(geometry,10,'m'))", 15, "The function 'Buffer' is not offered here.")]
    [InlineData("A_CONTAINS(layer:ids, ('layers-ca','layers-us'))", 1, "'A_CONTAINS' is not offered here.")]
    [InlineData("S_EQUALS(POLYGON((-0.333333 89.0,-102.723546 -0.5,-179.0 -89.0,-1.9 89.0,-0.0 89.0,2.00001 -1.9,-0.333333 89.0)),\"geometry\")", 10, "Self-intersection")]
    [InlineData("S_EQUALS(GEOMETRYCOLLECTION(POINT(1.9 2.0),LINESTRING(0 0,1 1)),geometry)", 10, "A geometry collection in S_EQUALS is not offered here.")]
    public void Examples_of_what_is_not_offered_say_so(string text, int at, string says) => AssertProblem(text, at, says, StandardExamples.Queryables);

    [Theory]
    [InlineData("", 1, "the end stands where a property, a value, a function or '(' is expected.")]
    [InlineData("THIS IS NOT A FILTER", 15, "'FILTER' stands where an operator such as = or AND, or the end of the filter is expected.")]
    [InlineData("kind = 'airstrike' AND", 23, "the end stands where a property, a value, a function or '(' is expected.")]
    [InlineData("kind = 'a' kind", 12, "'kind' stands where an operator such as = or AND, or the end of the filter is expected.")]
    [InlineData("kind = airstrike", 8, "There is no property 'airstrike' to filter by.")]
    [InlineData("kind = 'airstrike", 8, "The text that begins here has no end.")]
    [InlineData("kind != 'a'", 6, "'!' has no meaning here.")]
    [InlineData("kind == 'a'", 7, "'=' stands where a property, a value, a function or '(' is expected.")]
    [InlineData("kind = NULL", 8, "'NULL' stands where a value (ask for a missing one by IS NULL) is expected.")]
    [InlineData("kind IN ()", 10, "')' stands where a property, a value, a function or '(' is expected.")]
    [InlineData("kind = ('a','b')", 12, "',' stands where ')' (a list of values stands behind IN alone) is expected.")]
    [InlineData("kind > 5", 8, "5 is a number, kind is a text.")]
    [InlineData("kind", 1, "kind is a text and no condition.")]
    [InlineData("killed_low LIKE '1%'", 1, "killed_low is a number where a text is needed.")]
    [InlineData("kind LIKE kind", 11, "kind is no pattern.")]
    [InlineData(@"kind LIKE 'a\\'", 11, "The pattern ends with a backslash that takes away the meaning of nothing.")]
    [InlineData("date_start > DATE('2025-02-30')", 14, "'2025-02-30' is no day.")]
    [InlineData("date_start > TIMESTAMP('2025-02-03T00:00:00Z')", 1, "date_start is a day and has no time zone.")]
    [InlineData("updated > TIMESTAMP('2025-02-03T00:00:00')", 11, "'2025-02-03T00:00:00' is no moment.")]
    [InlineData("date_start > 'soon'", 14, "'soon' is a text, date_start is a day.")]
    [InlineData("T_DURING(date_start,INTERVAL('2025-01-01','..'))", 1, "T_DURING compares intervals only.")]
    [InlineData("T_AFTER(date_start,INTERVAL('2025-01-02','2025-01-01'))", 20, "INTERVAL('2025-01-02','2025-01-01') ends before it begins.")]
    [InlineData("S_INTERSECTS(geometry,POINT(90 180))", 29, "There is no place at 90 180.")]
    [InlineData("S_INTERSECTS(geometry,BBOX(1000000,1000000,2000000,2000000))", 23, "There is no place at 1000000 1000000.")]
    [InlineData("S_INTERSECTS(geometry,BBOX(70,35,71,34))", 23, "The south of the box lies north of its north.")]
    [InlineData("S_INTERSECTS(geometry,ENVELOPE(70,33,71,34))", 23, "The function 'ENVELOPE' is not offered here.")]
    [InlineData("S_INTERSECTS(geometry,POLYGON((70 33,71 33,71 34)))", 30, "A ring of this polygon is not closed, or has less than four positions.")]
    [InlineData("S_INTERSECTS(geometry)", 1, "'S_INTERSECTS' has 1 arguments.")]
    [InlineData("S_DWITHIN(geometry,POINT(70 33),5,'miles')", 35, "'miles' is no unit of distance.")]
    [InlineData("geometry = POINT(70 33)", 1, "geometry cannot be compared.")]
    [InlineData("killed_low = 1e999", 14, "The number 1e999 is too large or too small.")]
    [InlineData("kind = 'a\0b'", 8, "The text holds a character that no text has.")]
    public void A_wrong_filter_is_told_with_the_place_and_what_is_right_there(string text, int at, string says) => AssertProblem(text, at, says, Queryables);

    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"kind"},5]}""", 39, "5 is a number, kind is a text.")]
    [InlineData("""{"op":"=","args":[{"property":"kind"}]}""", 18, "\"=\" has 1 args.")]
    [InlineData("""{"op":"avg","args":[1]}""", 1, "The op \"avg\" is not offered here.")]
    [InlineData("""{"op":"=","args":["é","ناوه",]}""", 30, "The filter is no JSON, or nested too deep.")]
    [InlineData("""{"op":"=","args":[{"property":"é"},"ناوه"]}""", 19, "There is no property 'é' to filter by.")]
    [InlineData("""{"op":"=","args":[{"property":"kind","x":1},"a"]}""", 42, "\"x\" has no place in this object.")]
    [InlineData("""{"op":"=","op":"<","args":[1,2]}""", 11, "\"op\" stands twice.")]
    [InlineData("""{"op":"=","args":["\ud800","a"]}""", 19, "The text holds a character that no text has.")]
    [InlineData("""kind = 'a'""", 1, "The filter is no JSON, or nested too deep.")]
    [InlineData("""["a"]""", 1, "an array stands where a value or an object is expected.")]
    public void A_wrong_JSON_filter_is_told_with_its_place(string text, int at, string says) => AssertProblem(text, at, says, Queryables, Cql2Language.Json);

    [Fact]
    public void The_properties_that_there_are_stand_beside_one_that_there_is_not() =>
        Assert.Equal("There are kind, killed_low, cross_border, date_start, date_end, updated, geometry.", Cql2Filter.Read("kinds = 'a'", Cql2Language.Text, Queryables).Problem!.Fix);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("NOT ", "")]
    [InlineData("NOT (", ")")]
    [InlineData("CASEI(", ")")]
    [InlineData("-", "")]
    [InlineData("- (", ")")]
    [InlineData("S_INTERSECTS(", ",geometry)")]
    public void No_depth_overflows_the_stack(string open, string close)
    {
        const int Levels = 1_000;
        var deep = string.Concat(Enumerable.Repeat(open, Levels)) + "cross_border" + string.Concat(Enumerable.Repeat(close, Levels));
        Assert.Contains("more than 64 expressions within one another", Cql2Filter.Read(deep, Cql2Language.Text, Queryables).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_JSON_is_refused_whole()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", 1_000)) + "true" + string.Concat(Enumerable.Repeat("]}", 1_000));
        Assert.NotNull(Cql2Filter.Read(deep, Cql2Language.Json, Queryables).Problem);
        var deepest = string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", Cql2Limits.Depth - 1)) + "true" + string.Concat(Enumerable.Repeat("]}", Cql2Limits.Depth - 1));
        Assert.Null(Cql2Filter.Read(deepest, Cql2Language.Json, Queryables).Problem);
    }

    [Fact]
    public void A_filter_of_too_much_is_refused()
    {
        AssertTooMuch("operators, properties and values", string.Join(" OR ", Enumerable.Repeat("killed_low = 1", 1_000)));
        AssertTooMuch("operators in one sum or product", "killed_low = " + string.Join("+", Enumerable.Repeat("1", 100)));
        AssertTooMuch("characters", new string(' ', Cql2Limits.Length) + "true");
        AssertTooMuch("positions in its geometries", $"S_INTERSECTS(geometry,MULTIPOINT({string.Join(',', Enumerable.Repeat("1 1", Cql2Limits.Vertices + 1))}))");
    }

    [Theory]
    [InlineData(@"kind = 'it''s'", "it's")]
    [InlineData(@"kind = 'it\'s'", "it's")]
    [InlineData(@"kind = '\a\b\t\n\v\f\r'", "\a\b\t\n\v\f\r")]
    [InlineData(@"kind = 'C:\\temp\%'", @"C:\temp\%")]
    public void Escapes_of_a_text_are_resolved(string text, string value) =>
        Assert.Equal(value, ((TextLiteral)((Comparison)Cql2Filter.Read(text, Cql2Language.Text, Queryables).Filter!).Right).Value);

    [Theory]
    [InlineData("killed_low = 1 OR killed_low = 2 AND cross_border", "killed_low = 1 OR killed_low = 2 AND cross_border")]
    [InlineData("NOT killed_low = 1 AND cross_border", "NOT killed_low = 1 AND cross_border")]
    [InlineData("NOT (killed_low = 1 AND cross_border)", "NOT (killed_low = 1 AND cross_border)")]
    [InlineData("killed_low = 1 - 2 - 3", "killed_low = 1 - 2 - 3")]
    [InlineData("killed_low = 1 - (2 - 3)", "killed_low = 1 - (2 - 3)")]
    [InlineData("killed_low = (1 + 2) * 3 ^ 2", "killed_low = (1 + 2) * 3 ^ 2")]
    [InlineData("killed_low = ( - (killed_low))", "killed_low = -1 * killed_low")]
    [InlineData("(cross_border IS TRUE)", "cross_border = TRUE AND cross_border IS NOT NULL")]
    [InlineData("kind IS NOT 'a'", "NOT (kind = 'a' AND kind IS NOT NULL)")]
    [InlineData("date_start IN ('2022-04-14','2022-04-15')", "date_start IN (DATE('2022-04-14'),DATE('2022-04-15'))")]
    [InlineData("updated > DATE('2022-04-14')", "updated > TIMESTAMP('2022-04-14T00:00:00Z')")]
    [InlineData("updated > TIMESTAMP('2022-04-14T00:00:00.1234567+05:00')", "updated > TIMESTAMP('2022-04-13T19:00:00.123456Z')")]
    [InlineData("DWITHIN(geometry,POINT(70 33),2.5,kilometers)", "S_DWITHIN(geometry,POINT(70 33),2500)")]
    [InlineData("S_INTERSECTS(geometry,POINT Z (70 33 1200))", "S_INTERSECTS(geometry,POINT(70 33))")]
    [InlineData("S_INTERSECTS(geometry,MULTIPOINT(70 33,71 34))", "S_INTERSECTS(geometry,MULTIPOINT((70 33),(71 34)))")]
    public void Precedence_and_types_are_the_standards(string text, string canonical) =>
        Assert.Equal(canonical, TextPrinter.Print(Cql2Filter.Read(text, Cql2Language.Text, Queryables).Filter!));

    [Fact]
    public void Positions_in_another_CRS_are_turned_to_longitude_and_latitude()
    {
        var swapped = new FilterCrs(true, (lat, lon) => (lon, lat));
        Assert.Equal("S_INTERSECTS(geometry,BBOX(70,33,71,34))", TextPrinter.Print(Cql2Filter.Read("S_INTERSECTS(geometry,BBOX(33,70,34,71))", Cql2Language.Text, Queryables, swapped).Filter!));
        var metres = new FilterCrs(false, (x, y) => (x / 100_000, y / 100_000));
        var box = (GeometryLiteral)((Spatial)Cql2Filter.Read("S_INTERSECTS(geometry,BBOX(7000000,3300000,7100000,3400000))", Cql2Language.Text, Queryables, metres).Filter!).Right;
        Assert.Equal((70, 33, 71, 34), (box.Value.EnvelopeInternal.MinX, box.Value.EnvelopeInternal.MinY, box.Value.EnvelopeInternal.MaxX, box.Value.EnvelopeInternal.MaxY));
    }

    private static void AssertTooMuch(string what, string text) =>
        Assert.Contains($"more than {what switch { "characters" => Cql2Limits.Length, "positions in its geometries" => Cql2Limits.Vertices, "operators in one sum or product" => Cql2Limits.Terms, _ => Cql2Limits.Nodes }} {what}",
            Cql2Filter.Read(text, Cql2Language.Text, Queryables).Problem!.Message, StringComparison.Ordinal);

    private static void AssertProblem(string text, int at, string says, IEnumerable<QueryableProperty> queryables, Cql2Language language = Cql2Language.Text)
    {
        var problem = Cql2Filter.Read(text, language, queryables).Problem!;
        Assert.Equal(at, problem.Position);
        Assert.StartsWith($"At character {at}: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Fix);
    }
}
