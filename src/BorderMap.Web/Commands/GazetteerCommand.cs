using System.CommandLine;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Evaluating;

namespace BorderMap.Web.Commands;

/// <summary><c>gazetteer</c>: raw extracts to BorderMap's own compact files, and how well they answer. Needs no database.</summary>
public static class GazetteerCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "The folder with the raw extracts.", Required = true };
        var to = new Option<DirectoryInfo?>("--to") { Description = "The folder that receives gazetteer/ and basemap/ (default: data/)." };
        var build = new Command("build", "Reads the raw extracts and writes the gazetteer's files; the same input gives the same bytes.") { from, to };
        build.Does(surroundings, (parse, cancellation) =>
        {
            var source = parse.GetRequiredValue(from);
            if (!source.Exists)
            {
                surroundings.Say($"there is no folder {source.FullName}");
                return Task.FromResult(CommandLine.Failed);
            }
            var target = parse.GetValue(to)?.FullName ?? surroundings.Content.Data;
            GazetteerBuild.Run(source.FullName, target, surroundings.Error, cancellation);
            surroundings.Say($"written below {target}");
            return Task.FromResult(CommandLine.Done);
        });
        return new Command("gazetteer", "Makes and measures the gazetteer.") { build, Evaluate(surroundings), Fit(surroundings) };
    }

    private static Command Evaluate(Surroundings surroundings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Known answers: misspelt names with the ids that are right (TSV), or events of UCDP GED (CSV); told apart by the header." };
        var evaluate = new Command("evaluate", "Measures how names resolve, and prints the tables.") { file };
        return evaluate.Does(surroundings, async (parse, cancellation) =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            if (!File.Exists(path))
            {
                surroundings.Say($"there is no file {path}");
                return CommandLine.Failed;
            }
            var atlas = Atlas.Load(surroundings.Content.Data, cancellation);
            await using var output = new StreamWriter(surroundings.Out, leaveOpen: true);
            Evaluation.Run(atlas, path, output, cancellation);
            return CommandLine.Done;
        });
    }

    private static Command Fit(Surroundings surroundings)
    {
        var seed = new Option<int>("--seed") { Description = "Of the random numbers: the same seed gives the same weights.", DefaultValueFactory = _ => 1893 };
        var samples = new Option<int>("--samples") { Description = "How many queries to make up.", DefaultValueFactory = _ => 30_000 };
        var fit = new Command("fit", "Fits the model of confidence to made-up misspellings and prints data/gazetteer/rules/confidence.tsv anew.") { seed, samples };
        return fit.Does(surroundings, async (parse, cancellation) =>
        {
            await using var output = new StreamWriter(surroundings.Out, leaveOpen: true);
            ConfidenceFit.Run(surroundings.Content.Data, parse.GetValue(seed), parse.GetValue(samples), output, surroundings.Error, cancellation);
            return CommandLine.Done;
        });
    }
}
