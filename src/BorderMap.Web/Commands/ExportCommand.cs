using System.CommandLine;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Exports;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderMap.Web.Commands;

/// <summary><c>export FILE</c> and <c>export FOLDER --all</c>: what the public may see, as the downloads give it.</summary>
public static class ExportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var target = new Argument<string>("TARGET") { Description = $"The file to write, its ending says the format ({Endings}); with --all a folder." };
        var all = new Option<bool>("--all") { Description = "Writes every format and a manifest with checksums into a folder of its own below TARGET, once a public sequence." };
        var keep = new Option<int>("--keep") { Description = "With --all: how many of these folders stay; older ones are removed. 0: all stay.", DefaultValueFactory = _ => 0 };
        var filter = new Option<string>("--filter") { Description = "A filter as in the map's address, \"kind=airstrike&datetime=2025-10-01/..\".", DefaultValueFactory = _ => "" };
        var command = new Command("export", "Writes public incidents to a file, or all formats to a folder.") { target, all, keep, filter };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var path = Path.GetFullPath(parse.GetRequiredValue(target));
            var isAll = parse.GetRequiredValue(all);
            var file = ExportFile.Find(Path.GetExtension(path));
            if (!isAll && file is null)
            {
                surroundings.Say($"'{Path.GetExtension(path)}' is no format of export: end the name in {Endings}; or say --all and name a folder");
                return CommandLine.Misused;
            }
            if (ReadFilter(surroundings, parse.GetRequiredValue(filter)) is not { } wanted)
            {
                return CommandLine.Misused;
            }
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            await using var export = await new PublicReader(workplace.Database).OpenExportAsync(new(wanted), cancellation);
            var files = new ExportFiles(export, surroundings.Settings.PublicUrl);
            if (isAll)
            {
                surroundings.Say(await new DataDump(files, path, surroundings.Time).WriteAsync(parse.GetRequiredValue(keep), cancellation));
            }
            else
            {
                surroundings.Say($"{await WriteAsync(files, file!, path, cancellation)} incidents written to {path}");
            }
            return CommandLine.Done;
        });
    }

    private static string Endings => string.Join(", ", ExportFile.All.Select(file => "." + file.Ending));

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
    private static async Task<long?> WriteAsync(ExportFiles files, ExportFile file, string path, CancellationToken cancellation)
    {
        var partial = path + ".partial";
        try
        {
            var written = await files.WriteAsync(file, partial, cancellation);
            File.Move(partial, path, overwrite: true);
            return written.Incidents;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
