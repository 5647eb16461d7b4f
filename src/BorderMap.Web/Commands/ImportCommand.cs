using System.CommandLine;
using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary><c>import FILE</c>: incidents from a file, all or nothing.</summary>
public static class ImportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "BorderMap's own JSON, a table as --template shows, an ACLED export, UCDP GED, or GeoJSON.", Arity = ArgumentArity.ZeroOrOne };
        var options = new ImportArguments();
        var command = new Command("import", "Imports incidents: all rows or none; what was imported before and is unchanged stays as it is.") { file };
        options.AddTo(command);
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            if (options.Printed(parse) is { } text)
            {
                await surroundings.Out.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellation);
                return CommandLine.Done;
            }
            if (parse.GetValue(file)?.FullName is not { } path || !File.Exists(path))
            {
                surroundings.Say(parse.GetValue(file) is { } missing ? $"there is no file {missing.FullName}" : "name a file to import; ./run import --template prints an example of a table");
                return CommandLine.Failed;
            }
            if (await PlanAsync(surroundings, options, parse, path, cancellation) is not { } import)
            {
                return CommandLine.Failed;
            }
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            return await ImportAsync(surroundings, workplace, path, import, cancellation) ? CommandLine.Done : CommandLine.Failed;
        });
    }

    /// <summary>Imports a file and tells how it went.</summary>
    /// <returns>Whether it did what it was to do: bad rows are no failure where they were to be skipped.</returns>
    internal static async Task<bool> ImportAsync(Surroundings surroundings, Workplace workplace, string path, ImportOptions import, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        var result = await workplace.Store.ImportAsync(stream, import, new ImportProgressLines(surroundings), cancellation);
        await ImportReport.WriteAsync(surroundings, import, result, cancellation);
        return result.IsDone || (import.DryRun && (result.ProblemCount == 0 || (import.SkipBad && !result.IsHopeless)));
    }

    /// <summary>Looks at the file; null when it cannot be imported, which is then said.</summary>
    private static async Task<ImportOptions?> PlanAsync(Surroundings surroundings, ImportArguments arguments, ParseResult parse, string path, CancellationToken cancellation)
    {
        var (request, problem) = await arguments.ReadAsync(parse, path, cancellation);
        if (request is null)
        {
            surroundings.Say(ImportReport.Words(problem!));
            return null;
        }
        var planned = request.Plan(await RecogniseAsync(path, cancellation));
        if (planned.Suggested is { } suggested)
        {
            surroundings.Say("a mapping by the likeness of the names; look at it, save it and give it with --mapping:");
            await surroundings.Out.WriteAsync(System.Text.Encoding.UTF8.GetBytes(suggested.Write() + "\n"), cancellation);
        }
        if (planned.Plan is not { } plan)
        {
            surroundings.Say(ImportReport.Words(planned.Problem!));
            return null;
        }
        surroundings.Say($"{Path.GetFileName(path)} is read as {Words.Of(plan.Format)}{(plan.Release is { } release ? $", release {release}" : "")}");
        return new ImportOptions(surroundings.Operator, $"import of {Path.GetFileName(path)}", request.IsDryRun) { Plan = plan, SkipBad = arguments.SkipsBad(parse) };
    }

    private static async Task<Recognition> RecogniseAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        return (await FileHead.ReadAsync(stream, cancellation)).Recognition;
    }
}
