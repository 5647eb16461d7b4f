using System.Text.RegularExpressions;
using BorderMap.Incidents.Cql2;
using BorderMap.PostGis.Features;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Filtering;

/// <summary>What <c>docs/CQL2.md</c> tells is so.</summary>
public sealed partial class FilterDocumentTests(SharedSite shared)
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Site.Content.Folder, "docs", "CQL2.md"));

    [Fact]
    public async Task Every_filter_of_the_document_is_answered()
    {
        var examples = Example().Matches(Text);
        Assert.True(examples.Count >= 12);
        foreach (Match example in examples)
        {
            var (language, filter) = (example.Groups[1].Value == "cql2" ? "cql2-text" : example.Groups[1].Value, example.Groups[2].Value);
            var count = await new FilteredItems(shared.Site, FeatureSets.Incidents).CountAsync(filter, language);
            Assert.Equal(count, (await shared.Site.JsonAsync($"/api/incidents?limit=1&filter={Uri.EscapeDataString(filter)}&filter-lang={language}")).GetProperty("numberMatched").GetInt64());
        }
    }

    [Fact]
    public async Task The_answer_to_a_wrong_name_is_as_told()
    {
        var problem = await new FilteredItems(shared.Site, FeatureSets.Incidents).RefusedAsync("kinds = 'a'");
        foreach (var name in (string[])["status", "code", "field", "value", "position"])
            Assert.Contains($"\"{name}\":{problem.GetProperty(name).GetRawText()}", Text, StringComparison.Ordinal);
        Assert.StartsWith("At character 1: There is no property 'kinds' to filter by. There are id, title, kind, ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_are_as_told()
    {
        foreach (var limit in (int[])[Cql2Limits.Length, Cql2Limits.Depth, Cql2Limits.Nodes, Cql2Limits.Vertices])
            Assert.Contains($"{limit:N0} ", Text, StringComparison.Ordinal);
        Assert.All(Operators.Spatials.Keys.Concat(Operators.Temporals.Keys).Append(Operators.DistanceWithin), name => Assert.Contains($"`{name.ToUpperInvariant()}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Filters_of_incidents_name_the_same_properties_everywhere() =>
        Assert.Equal(FeatureFilter.Queryables(FeatureSets.Incidents).OrderBy(queryable => queryable.Name, StringComparer.Ordinal), IncidentQueryables.All.OrderBy(queryable => queryable.Name, StringComparer.Ordinal));

    [GeneratedRegex("```(cql2|cql2-json)\n(.+)\n```")]
    private static partial Regex Example();
}
