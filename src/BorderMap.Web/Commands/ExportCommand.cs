using System.CommandLine;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Endpoints;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderMap.Web.Commands;

/// <summary><c>export FILE</c>: what the public may see, as the downloads give it.</summary>
public static class ExportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; its ending, .geojson or .csv, says the format." };
        var filter = new Option<string>("--filter") { Description = "A filter as in the map's address, \"kind=airstrike&datetime=2025-10-01/..\".", DefaultValueFactory = _ => "" };
        var command = new Command("export", "Writes public incidents to a file.") { file, filter };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var target = parse.GetRequiredValue(file);
            if (target.Extension is not (".geojson" or ".csv"))
            {
                surroundings.Say($"'{target.Extension}' is no format of export: name the file .geojson or .csv");
                return CommandLine.Misused;
            }
            if (ReadFilter(surroundings, parse.GetRequiredValue(filter)) is not { } wanted)
            {
                return CommandLine.Misused;
            }
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            var count = await WriteAsync(new PublicReader(workplace.Database), wanted, target.FullName, cancellation);
            surroundings.Say($"{count} incidents written to {target.FullName}");
            return CommandLine.Done;
        });
    }

    private static IncidentFilter? ReadFilter(Surroundings surroundings, string text)
    {
        var pairs = QueryHelpers.ParseQuery(text).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var result = IncidentFilter.Parse(pairs);
        foreach (var problem in result.Problems)
        {
            surroundings.Say($"--filter {problem.Field}: {problem.Message} {problem.Fix}");
        }
        return result.Problems.Count == 0 ? result.Filter : null;
    }

    // Written beside the target and moved into place, so that a file of that name is always a whole one.
    private static async Task<long> WriteAsync(PublicReader reader, IncidentFilter filter, string path, CancellationToken cancellation)
    {
        var partial = path + ".partial";
        try
        {
            long count;
            await using (var output = File.Create(partial))
            {
                count = path.EndsWith(".csv", StringComparison.Ordinal)
                    ? await ExportFormats.WriteCsvAsync(reader, filter, output, cancellation)
                    : await ExportFormats.WriteGeoJsonAsync(reader, filter, null, output, cancellation);
            }
            File.Move(partial, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
