using System.CommandLine;
using BorderMap.Gazetteer;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Commands;

/// <summary><c>resolve</c>: one toponym a line in, what it may mean out. Needs no database.</summary>
public static class ResolveCommand
{
    private const int SayEvery = 10_000;

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
            await ResolveAsync(surroundings, atlas, given.Length > 0 ? new StringReader(string.Join('\n', given)) : surroundings.In, parse.GetRequiredValue(format) == "csv", parse.GetValue(limit), cancellation);
            return CommandLine.Done;
        });
    }

    private static async Task ResolveAsync(Surroundings surroundings, Atlas atlas, TextReader lines, bool csv, int limit, CancellationToken cancellation)
    {
        var counts = new SortedDictionary<ResolutionStatus, int>();
        var done = 0;
        if (csv)
        {
            await surroundings.Out.WriteLineAsync(ResolutionCsv.Header);
        }
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            var parts = line.Split('\t', 2);
            var resolution = atlas.Resolver.Resolve(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, limit);
            await surroundings.Out.WriteLineAsync(csv ? ResolutionCsv.Row(resolution, atlas.Places) : JsonText.ToString(json => json.WriteResolution(resolution, atlas.Places)));
            counts[resolution.Status] = counts.GetValueOrDefault(resolution.Status) + 1;
            if (++done % SayEvery == 0)
            {
                surroundings.Say($"{done} names");
            }
        }
        await surroundings.Out.FlushAsync(cancellation);
        surroundings.Say($"{done} names: {string.Join(", ", counts.Select(pair => $"{pair.Value} {JsonText.Word(pair.Key)}"))}");
    }
}
