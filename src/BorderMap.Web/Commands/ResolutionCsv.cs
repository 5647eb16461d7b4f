using System.Globalization;
using System.Text;
using BorderMap.Gazetteer;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Commands;

/// <summary>Resolutions as CSV (RFC 4180): the best candidate of each.</summary>
public static class ResolutionCsv
{
    private const string Header = "query,context,status,id,name,kind,district,province,country,lon,lat,precision,radius_m,score,matched,why";

    /// <summary>Resolves line by line, <c>name</c> or <c>name&lt;TAB&gt;context</c>.</summary>
    /// <returns>How many lines came to which status.</returns>
    public static async Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(Atlas atlas, TextReader input, Stream output, CancellationToken cancellation)
    {
        var counts = Enum.GetValues<ResolutionStatus>().ToDictionary(status => status, _ => 0);
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteLineAsync(Header);
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            var parts = line.Split('\t', 2);
            var resolution = atlas.Resolver.Resolve(parts[0], parts.Length > 1 ? parts[1] : null, limit: 1);
            counts[resolution.Status]++;
            await writer.WriteLineAsync(Row(resolution, atlas.Places).AsMemory(), cancellation);
        }
        return counts;
    }

    private static string Row(Resolution resolution, Places places)
    {
        IEnumerable<string?> about = [resolution.Query, resolution.Context, JsonText.Word(resolution.Status)];
        var best = resolution.Candidates.Count > 0 ? Columns(resolution.Candidates[0], places) : Enumerable.Repeat<string?>(null, 13);
        return string.Join(',', about.Concat(best).Select(Quote));
    }

    private static IEnumerable<string?> Columns(Candidate candidate, Places places)
    {
        var place = candidate.Place;
        var chain = places.SelfAndAncestors(place).ToList();
        return
        [
            place.Id, place.Name, JsonText.Word(place.Kind), PlaceJson.NameOf(chain, PlaceKind.District), PlaceJson.NameOf(chain, PlaceKind.Province), place.Country,
            Number(place.Lon), Number(place.Lat), JsonText.Word(candidate.Precision), Number(Math.Round(candidate.RadiusM)), Number(Math.Round(candidate.Score, 4)),
            candidate.Matched, candidate.Why,
        ];
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string? value) =>
        value is null ? "" : value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
