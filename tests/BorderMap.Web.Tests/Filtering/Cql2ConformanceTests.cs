using BorderMap.Incidents.Cql2;
using BorderMap.PostGis.Features;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Filtering;

/// <summary>The abstract tests of OGC 21-065 for the classes that are declared, each in both encodings (/conf/cql2-text/validate, /conf/cql2-json/validate).</summary>
public sealed class Cql2ConformanceTests(SharedSite shared)
{
    private static readonly Dictionary<Cql2Type, string> Values = new()
    {
        [Cql2Type.Text] = "'foo'",
        [Cql2Type.Boolean] = "true",
        [Cql2Type.Number] = "3.14",
        [Cql2Type.Integer] = "1",
        [Cql2Type.Instant] = "TIMESTAMP('2022-04-14T14:48:46Z')",
        [Cql2Type.Date] = "DATE('2022-04-14')",
    };

    // Operators that no value meets at once.
    private static readonly (string One, string Other)[] Opposites = [("=", "<>"), (">", "<="), ("<", ">=")];

    [Fact(DisplayName = "/conf/basic-cql2/basic-test: each collection says by which properties it is filtered, and of which type")]
    public async Task Queryables_are_told()
    {
        foreach (var collection in FeatureSets.All)
        {
            var properties = (await shared.Site.JsonAsync($"/ogc/collections/{collection.Id}/queryables")).GetProperty("properties");
            Assert.Equal(FeatureFilter.Queryables(collection).Select(queryable => queryable.Name), properties.EnumerateObject().Select(property => property.Name));
            Assert.All(properties.EnumerateObject(), property => Assert.True(property.Value.TryGetProperty("type", out _) || property.Value.TryGetProperty("$ref", out _)));
        }
    }

    [Fact(DisplayName = "/conf/basic-cql2/comparison, /conf/property-property/comparison-value-property and comparison-property-property: what one operator finds its opposite does not")]
    public Task Comparisons_exclude_their_opposites() => ForEachAsync(async (items, queryable) =>
    {
        if (Values.TryGetValue(queryable.Type, out var value))
        {
            var name = Quoted(queryable);
            Assert.Equal(0, await items.CountAsync(string.Join(" OR ", Opposites.Select(pair => $"{name} {pair.One} {value} AND {name} {pair.Other} {value} OR {value} {pair.One} {name} AND {value} {pair.Other} {name}"))));
            Assert.Equal(0, await items.CountAsync($"{name} <> {name} OR {name} < {name} OR {name} > {name}"));
            Assert.Equal(await items.CountAsync($"{name} = {name}"), await items.CountAsync($"{name} <= {name} AND {name} >= {name} AND {name} IS NOT NULL"));
        }
    });

    [Fact(DisplayName = "/conf/basic-cql2/is-null: each property is missing or is not")]
    public Task Null_excludes_not_null() => ForEachAsync(async (items, queryable) =>
    {
        var name = Quoted(queryable);
        Assert.Equal(0, await items.CountAsync($"{name} IS NULL AND {name} is not null"));
        Assert.Equal(await items.AllAsync(), await items.CountAsync($"{name} IS NULL OR {name} is not null"));
    });

    [Fact(DisplayName = "/conf/basic-cql2/boolean and /conf/property-property/comparison-value-value: true is met by all, false by none")]
    public async Task Truth_is_met_by_all()
    {
        foreach (var items in Items())
        {
            Assert.Equal(await items.AllAsync(), await items.CountAsync("true"));
            Assert.Equal(0, await items.CountAsync("false"));
            foreach (var value in Values.Values)
                Assert.Equal(0, await items.CountAsync($"{value} <> {value} OR {value} < {value} OR {value} > {value} OR NOT ({value} = {value} AND {value} >= {value} AND {value} <= {value})"));
        }
    }

    [Fact(DisplayName = "/conf/*/logical: conditions are joined by the truth table, with the unknown")]
    public async Task Conditions_are_joined()
    {
        var items = new FilteredItems(shared.Site, FeatureSets.Incidents);
        string[] predicates = ["killed_low > 1", "date_end IS NULL", "title LIKE '%a%'", "S_INTERSECTS(geometry,BBOX(60,29,80,40))", "CASEI(kind) = CASEI('SHELLING')", "T_AFTER(date_start,DATE('2025-10-12'))", "killed_high * 2 = 4", "grade IN ('weak','fair')"];
        var random = new Random(3);
        for (var i = 0; i < 10; i++)
        {
            random.Shuffle(predicates);
            var (p1, p2, p3, p4) = (predicates[0], predicates[1], predicates[2], predicates[3]);
            var all = $"((NOT {p1} AND {p2}) OR ({p3} and NOT {p4}) or not ({p1} AND {p4}))";
            Assert.Equal(await items.CountAsync(all), await items.CountAsync($"NOT (NOT (NOT ({p1}) AND {p2}) AND NOT ({p3} AND NOT ({p4})) AND ({p1} AND {p4}))"));
            Assert.Equal(await items.AllAsync(), await items.CountAsync(all) + await items.CountAsync($"NOT {all}") + await items.CountAsync($"{all} IS NULL"));
        }
    }

    [Fact(DisplayName = "/conf/advanced-comparison-operators/like: wildcards, none and escaped ones")]
    public Task Patterns_are_matched() => ForEachAsync(async (items, queryable) =>
    {
        if (queryable.Type == Cql2Type.Text)
        {
            var name = Quoted(queryable);
            Assert.Equal(0, await items.CountAsync($"{name} like '_%' AND {name} like ''"));
            Assert.Equal(0, await items.CountAsync($"({name} LIKE '%') <> ({name} like '%%') OR {name} like '\\%\\_' OR {name} IS NULL AND {name} LIKE '%'"));
        }
    });

    [Fact(DisplayName = "/conf/advanced-comparison-operators/between and in: ranges and lists, days and moments in lists as texts")]
    public Task Ranges_and_lists_are_met() => ForEachAsync(async (items, queryable) =>
    {
        var name = Quoted(queryable);
        if (queryable.Type is Cql2Type.Number or Cql2Type.Integer)
        {
            Assert.Equal(await items.CountAsync($"{name} >= 0 AND {name} <= 100"), await items.CountAsync($"{name} BETWEEN 0 AND 100"));
            Assert.Equal(0, await items.CountAsync($"{name} between 100.0 and 1.0"));
        }
        var list = queryable.Type switch
        {
            Cql2Type.Number or Cql2Type.Integer => "1, 2, 3",
            Cql2Type.Text => "'foo', 'bar'",
            Cql2Type.Boolean => "true",
            Cql2Type.Instant => "'2022-04-14T14:52:56Z', '2022-04-14T15:52:56Z'",
            Cql2Type.Date => "'2025-10-13', '2025-10-15'",
            _ => null,
        };
        if (list is not null)
            Assert.Equal(await items.CountAsync(string.Join(" OR ", list.Split(", ").Select(value => $"{name} = {value}"))), await items.CountAsync($"{name} IN ({list})"));
    });

    [Fact(DisplayName = "/conf/case-insensitive-comparison/casei and casei-like, /conf/accent-insensitive-comparison/*: neither case nor accents matter")]
    public Task Case_and_accents_do_not_matter() => ForEachAsync(async (items, queryable) =>
    {
        if (queryable.Type == Cql2Type.Text)
        {
            var name = Quoted(queryable);
            Assert.Equal(0, await items.CountAsync($"CASEI({name}) = casei('foo') AND CASEI({name}) <> casei('FOO') OR ACCENTI({name}) = accenti('äöüéáí') AND ACCENTI({name}) <> accenti('aoueai')"));
            Assert.Equal(0, await items.CountAsync(
                $"(CASEI({name}) LIKE casei('foo%')) <> (CASEI({name}) LIKE casei('FOO%')) OR (ACCENTI({name}) LIKE accenti('Ä%')) <> (ACCENTI({name}) LIKE accenti('A%'))"
                + $" OR (ACCENTI(CASEI({name})) = accenti(casei('ÄÉ'))) <> (ACCENTI(CASEI({name})) = accenti(casei('ae'))) OR (ACCENTI(CASEI({name})) LIKE accenti(casei('Ä%'))) <> (ACCENTI(CASEI({name})) LIKE accenti(casei('a%')))"));
        }
    });

    [Theory]
    [InlineData("casei('KØBENHAVN') = casei('københavn')")]
    [InlineData("accenti('København') = accenti('Kobenhavn')")]
    [InlineData("accenti(casei('KØBENHAVN')) LIKE accenti(casei('kob_n%'))")]
    [InlineData("accenti('آژانس') = accenti('اژانس')")]
    public async Task Letters_are_folded(string filter) => Assert.Equal(await new FilteredItems(shared.Site, FeatureSets.Incidents).AllAsync(), await new FilteredItems(shared.Site, FeatureSets.Incidents).CountAsync(filter));

    [Fact(DisplayName = "/conf/basic-spatial-functions/s_intersects and /conf/basic-spatial-functions-plus/s_intersects: every geometry is taken, no place outside the world")]
    public async Task Geometries_are_intersected()
    {
        foreach (var items in Items())
        {
            Assert.Equal(await items.CountAsync("geometry IS NOT NULL"), await items.CountAsync("S_INTERSECTS(geometry,BBOX(-180,-90,180,90))"));
            Assert.Equal(0, await items.CountAsync("S_INTERSECTS(geometry,POINT(7.02 49.92)) OR S_INTERSECTS(geometry,BBOX(-180,-90,-90,90)) AND S_INTERSECTS(geometry,BBOX(90,-90,180,90))"));
            Assert.Equal(await items.CountAsync("geometry IS NOT NULL"), await items.CountAsync("S_INTERSECTS(POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)),geometry)"));
            foreach (var literal in (string[])["LINESTRING(-180 -45,0 -45)", "MULTILINESTRING((-180 -45,0 -45),(0 45,180 45))", "POLYGON((-180 -90,-90 -90,-90 90,-180 90,-180 -90),(-120 -50,-100 -50,-100 -40,-120 -40,-120 -50))",
                "MULTIPOLYGON(((-180 -90,-90 -90,-90 90,-180 90,-180 -90),(-120 -50,-100 -50,-100 -40,-120 -40,-120 -50)),((0 0,10 0,10 10,0 10,0 0)))", "GEOMETRYCOLLECTION(POINT(7.02 49.92),POLYGON((0 0,10 0,10 10,0 10,0 0)))"])
                Assert.Equal(0, await items.CountAsync($"S_INTERSECTS(geometry,{literal})"));
            await items.RefusedAsync("S_INTERSECTS(geometry,POINT(90 180))");
            await items.RefusedAsync("S_INTERSECTS(geometry,MULTIPOINT(7.02 49.92, 90 180))");
        }
    }

    [Fact]
    public async Task The_other_spatial_functions_are_there_too_and_fail_on_no_geometry_that_is_stored()
    {
        foreach (var items in Items())
        {
            var some = await items.CountAsync("geometry IS NOT NULL");
            Assert.Equal(some, await items.CountAsync("S_WITHIN(geometry,BBOX(-180,-90,180,90)) AND NOT S_DISJOINT(geometry,BBOX(-180,-90,180,90))"));
            Assert.Equal(some, await items.CountAsync("S_DISJOINT(geometry,POINT(7.02 49.92)) AND NOT S_EQUALS(geometry,POINT(7.02 49.92)) AND S_EQUALS(geometry,geometry)"));
            foreach (var function in (string[])["S_TOUCHES", "S_CROSSES", "S_OVERLAPS", "S_CONTAINS", "S_WITHIN", "S_EQUALS"])
                Assert.InRange(await items.CountAsync($"{function}(geometry,POLYGON((66 31,71 31,71 35,66 31)))"), 0, some);
            Assert.InRange(await items.CountAsync("S_DWITHIN(geometry,POINT(71.08 34.13),50,'km')"), 0, some);
        }
    }

    [Fact(DisplayName = "/conf/temporal-functions/temporal-functions-1 and -2: days, moments and intervals")]
    public async Task Times_are_compared()
    {
        foreach (var items in Items())
        {
            foreach (var queryable in FeatureFilter.Queryables(items.Collection).Where(queryable => queryable.Type is Cql2Type.Date or Cql2Type.Instant))
            {
                var (at, during) = queryable.Type == Cql2Type.Date ? ("DATE('2025-10-13')", "INTERVAL('2025-10-12','2025-10-14')") : ("TIMESTAMP('2026-05-01T00:00:00Z')", "INTERVAL('2026-04-30T00:00:00Z','2026-05-02T00:00:00Z')");
                var known = await items.CountAsync($"{queryable.Name} IS NOT NULL");
                foreach (var time in (string[])[at, during])
                {
                    Assert.Equal(known, await items.CountAsync($"T_DISJOINT({queryable.Name},{time})") + await items.CountAsync($"T_INTERSECTS({queryable.Name},{time})"));
                    Assert.Equal(await items.CountAsync($"T_DISJOINT({time},{queryable.Name})"), await items.CountAsync($"T_AFTER({queryable.Name},{time})") + await items.CountAsync($"T_BEFORE({queryable.Name},{time})"));
                }
                Assert.Equal(await items.CountAsync($"{queryable.Name} = {at}"), await items.CountAsync($"T_EQUALS({queryable.Name},{at})"));
                Assert.Equal(0, await items.CountAsync($"T_EQUALS({queryable.Name},{during})"));
            }
            if (items.Collection.Time is var (start, end))
            {
                var interval = $"INTERVAL({start.Name},{end.Name})";
                const string Given = "INTERVAL('2025-10-12','2025-10-15')";
                foreach (var (one, other) in ((string, string)[])[("AFTER", "BEFORE"), ("CONTAINS", "DURING"), ("FINISHEDBY", "FINISHES"), ("MEETS", "METBY"), ("OVERLAPS", "OVERLAPPEDBY"), ("STARTS", "STARTEDBY"), ("EQUALS", "EQUALS"), ("INTERSECTS", "INTERSECTS"), ("DISJOINT", "DISJOINT")])
                    Assert.Equal(await items.CountAsync($"T_{one}({interval},{Given})"), await items.CountAsync($"T_{other}({Given},{interval})"));
            }
        }
    }

    [Fact(DisplayName = "/conf/arithmetic/arithmetic: sums, products, rests and powers; what has no result is unknown")]
    public Task Numbers_are_calculated_with() => ForEachAsync(async (items, queryable) =>
    {
        if (queryable.Type is Cql2Type.Number or Cql2Type.Integer)
        {
            var name = queryable.Name;
            Assert.Equal(await items.CountAsync($"{name} IS NOT NULL"), await items.CountAsync($"({name} + 3) * 2 - 2 * {name} BETWEEN 5.999999 AND 6.000001 AND {name} div 1 <= {name} AND {name} % 1 < 1 AND {name} ^ 2 = {name} * {name} AND ( - ({name})) = 0 - {name}"));
            Assert.Equal(await items.AllAsync(), await items.CountAsync($"{name} / 0 IS NULL AND {name} ^ 1e50 * 0 / 0 IS NULL"));
        }
    });

    [Fact(DisplayName = "/conf/cql2-text/escaping: quotes and control characters in texts")]
    public async Task Escapes_are_resolved() =>
        Assert.Equal(0, await new FilteredItems(shared.Site, FeatureSets.Incidents).CountAsync(@"'it''s' <> 'it\'s' OR NOT '\a\b\t\n\v\f\r' LIKE '_______' OR title = '\''"));

    private IEnumerable<FilteredItems> Items() => FeatureSets.All.Select(collection => new FilteredItems(shared.Site, collection));

    private async Task ForEachAsync(Func<FilteredItems, QueryableProperty, Task> test)
    {
        foreach (var items in Items())
            foreach (var queryable in FeatureFilter.Queryables(items.Collection))
                await test(items, queryable);
    }

    private static string Quoted(QueryableProperty queryable) => $"\"{queryable.Name}\"";
}
