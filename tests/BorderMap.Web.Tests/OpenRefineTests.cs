using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>Does what OpenRefine does with a sheet of 200 rows: reads the manifest, sends the column of misspelt names in batches with the column of districts as a property, takes the first candidate.</summary>
public sealed class OpenRefineTests(SharedSite shared)
{
    private const int Rows = 200;

    /// <summary>Slips of people who write by ear: what they hear alike, double or leave out.</summary>
    private static readonly (string Heard, string Written)[] Slips = [("kh", "x"), ("gh", "g"), ("ay", "ai"), ("oo", "u"), ("u", "oo"), ("i", "ee"), ("w", "v"), ("q", "k"), ("z", "zz"), ("l", "ll"), ("a", "e")];

    [Fact]
    public async Task Matches_a_sheet_of_misspelt_places() => await CheckAsync(Misspelt(shared.Atlas.Places));

    [Fact]
    public async Task Matches_a_sheet_of_the_list_of_misspelt_names()
    {
        var file = Path.Combine(Site.Content.Folder, "..", "shared", "gold", "resolve-dev.tsv");
        Assert.SkipUnless(File.Exists(file), "needs ../shared/gold/resolve-dev.tsv");
        await CheckAsync([.. File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Where(row => row[4].Length > 0).Take(Rows).Select(row => (row[0], row[4], row[5].Split('|')))]);
    }

    private async Task CheckAsync(List<(string Name, string District, string[] Right)> sheet)
    {
        var manifest = await shared.Site.JsonAsync("/reconcile");
        Assert.Equal(Rows, sheet.Count);
        var (right, wrongMatches) = (0, 0);
        foreach (var part in sheet.Chunk(manifest.GetProperty("batchSize").GetInt32()))
        {
            var queries = part.Select((row, i) => (Key: $"q{i}", Query: new { query = row.Name, limit = 6, type_strict = "should", properties = new[] { new { pid = "district", v = row.District } } }))
                .ToDictionary(one => one.Key, one => one.Query);
            using var response = await shared.Site.PostAsync("/reconcile", "queries=" + Uri.EscapeDataString(JsonSerializer.Serialize(queries)), MediaTypes.Form);
            var answers = await response.JsonAsync();
            ReconciliationShapes.Results(answers);
            foreach (var (row, i) in part.Select((row, i) => (row, i)))
            {
                var first = answers.GetProperty($"q{i}").GetProperty("result").EnumerateArray().FirstOrDefault();
                var isRight = first.ValueKind is JsonValueKind.Object && row.Right.Contains(first.GetProperty("id").GetString());
                right += isRight ? 1 : 0;
                wrongMatches += !isRight && first.ValueKind is JsonValueKind.Object && first.GetProperty("match").GetBoolean() ? 1 : 0;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {Rows} right, {wrongMatches} wrong ones told as a match");
        Assert.True(right >= 0.95 * Rows, $"{right} of {Rows} right");
        Assert.True(wrongMatches <= 0.02 * Rows, $"{wrongMatches} wrong ones told as a match");
    }

    /// <summary>Localities spread over the gazetteer, alone of their name in their district, each with one slip.</summary>
    private static List<(string Name, string District, string[] Right)> Misspelt(Places places)
    {
        var localities = places.All.Where(place => place.Kind is PlaceKind.Locality && place.DistrictId is not null && place.Name.Length >= 6 && place.Name.All(c => char.IsAsciiLetter(c) || c == ' ')).ToList();
        var alone = localities.GroupBy(place => (place.DistrictId, place.Name)).Where(group => group.Count() == 1).Select(group => group.First()).ToList();
        return [.. Enumerable.Range(0, Rows).Select(i => alone[i * (alone.Count / Rows)])
            .Select((place, i) => (Misspell(place.Name, i), string.Join(", ", places.SelfAndAncestors(place).Skip(1).Take(2).Select(holder => holder.Name)), new[] { place.Id }))];
    }

    private static string Misspell(string name, int seed)
    {
        var (heard, written) = Enumerable.Range(seed, Slips.Length).Select(i => Slips[i % Slips.Length]).FirstOrDefault(slip => name.Contains(slip.Heard, StringComparison.Ordinal));
        var at = heard is null ? -1 : name.LastIndexOf(heard, StringComparison.Ordinal);
        return at < 0 ? name + "h" : name[..at] + written + name[(at + heard!.Length)..];
    }
}
