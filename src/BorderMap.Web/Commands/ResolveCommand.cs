using System.CommandLine;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Commands;

/// <summary><c>resolve</c>: one toponym a line in, what it may mean out. Needs no database.</summary>
public static class ResolveCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var names = new Argument<string[]>("NAME") { Description = "Toponyms; without any, lines are read from standard input: NAME, or NAME<TAB>CONTEXT.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "jsonl: an object a line; csv: a row a line, the best candidate.", DefaultValueFactory = _ => "jsonl" }.AcceptOnlyFromAmong("jsonl", "csv");
        var limit = new Option<int>("--limit") { Description = "The most candidates of one name.", DefaultValueFactory = _ => Limits.ResolveDefault };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Limits.SearchMax)
            {
                result.AddError($"--limit must be 1 to {Limits.SearchMax}.");
            }
        });
        var command = new Command("resolve", "Which places written names may mean.") { names, format, limit };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var atlas = Atlas.Load(surroundings.Content.Data, cancellation);
            var given = parse.GetValue(names) ?? [];
            using var lines = given.Length > 0 ? new StringReader(string.Join('\n', given)) : surroundings.In;
            var most = parse.GetValue(limit);
            var counts = parse.GetRequiredValue(format) == "csv"
                ? await ResolutionCsv.RunAsync(atlas, lines, surroundings.Out, cancellation)
                : await ResolveLines.RunAsync(atlas, lines, surroundings.Out, most, cancellation);
            surroundings.Say($"{counts.Values.Sum()} names: {string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {JsonText.Word(pair.Key)}"))}");
            return CommandLine.Done;
        });
    }
}
