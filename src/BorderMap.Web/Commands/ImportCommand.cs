using System.CommandLine;
using System.Diagnostics;
using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary><c>import FILE</c>: BorderMap's own JSON, all or nothing.</summary>
public static class ImportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file in BorderMap's own JSON format (bordermap/1)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and count, and change nothing." };
        var command = new Command("import", "Imports incidents: all rows or none; what was imported before and is unchanged stays as it is.") { file, dryRun };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            if (!File.Exists(path))
            {
                surroundings.Say($"there is no file {path}");
                return CommandLine.Failed;
            }
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            return await ImportAsync(surroundings, workplace, path, $"import of {Path.GetFileName(path)}", parse.GetValue(dryRun), cancellation)
                ? CommandLine.Done
                : CommandLine.Failed;
        });
    }

    /// <summary>Imports a file and tells how it went.</summary>
    /// <returns>Whether every row was good.</returns>
    internal static async Task<bool> ImportAsync(Surroundings surroundings, Workplace workplace, string path, string why, bool dryRun, CancellationToken cancellation)
    {
        var progress = new EverySecond(surroundings);
        await using var stream = File.OpenRead(path);
        var result = await workplace.Store.ImportAsync(stream, new ImportOptions(Environment.UserName, why, dryRun), progress, cancellation);
        foreach (var problem in result.Problems)
        {
            surroundings.Say(Words(problem));
        }
        surroundings.Say(result.ProblemCount > 0
            ? $"{result.ProblemCount} problems: nothing was imported"
            : $"{(dryRun ? "dry run: " : "")}{result.Added} added, {result.Updated} updated, {result.Unchanged} unchanged; public sequence {result.Pub}");
        return result.ProblemCount == 0;
    }

    private static string Words(Problem problem) =>
        $"{problem.Field}: {problem.Message}{(problem.Value is { } value ? $" Given: {value}." : "")} {problem.Fix}";

    private sealed class EverySecond(Surroundings surroundings) : IProgress<ImportProgress>
    {
        private readonly Stopwatch since = Stopwatch.StartNew();
        private string stage = "reading";

        public void Report(ImportProgress value)
        {
            if (value.Stage != stage)
            {
                surroundings.Say($"{value.Rows} rows staged; {value.Stage}");
                stage = value.Stage;
            }
            else if (since.ElapsedMilliseconds >= 1000)
            {
                since.Restart();
                surroundings.Say($"{value.Stage}: {value.Rows} rows");
            }
        }
    }
}
