using System.CommandLine;

namespace BorderMap.Web.Commands.Resolving;

/// <summary>What <c>resolve</c> can be told.</summary>
internal sealed class ResolveOptions
{
    public const string Json = "jsonl", Csv = "csv";

    private readonly Argument<string[]> names = new("NAME") { Description = "Toponyms; without any, standard input is read: a line each, NAME, or NAME<TAB>CONTEXT.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<FileInfo?> from = new("--from") { Description = "Reads this file instead of standard input." };
    private readonly Option<bool> table = new("--csv") { Description = "The input is CSV (UTF-8) with a header; it comes out as it is, with columns bm_... added." };
    private readonly Option<string?> nameColumn = new("--name-column") { Description = "With --csv: the column with the names. Guessed from the headers when not given." };
    private readonly Option<string?> contextColumns = new("--context-columns") { Description = "With --csv: the columns with the context, near to far, as in district,province. Guessed from the headers when not given." };
    private readonly Option<string?> format = new Option<string?>("--format") { Description = "jsonl: an object a name (the default); csv: a row a name (the default with --csv)." }.AcceptOnlyFromAmong(Json, Csv);
    private readonly Option<int> limit = new("--limit") { Description = "The most candidates of one name.", DefaultValueFactory = _ => Limits.ResolveDefault };

    public Command Command()
    {
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Limits.SearchMax)
            {
                result.AddError($"--limit must be 1 to {Limits.SearchMax}.");
            }
        });
        var command = new Command("resolve", "Which places written names, or coordinates, may mean.") { names, from, table, nameColumn, contextColumns, format, limit };
        command.Validators.Add(result =>
        {
            if (result.GetValue(names) is { Length: > 0 } && (result.GetValue(table) || result.GetValue(from) is not null))
            {
                result.AddError("Give names on the command line, or --from and --csv, not both.");
            }
            if (!result.GetValue(table) && (result.GetValue(nameColumn) ?? result.GetValue(contextColumns)) is not null)
            {
                result.AddError("--name-column and --context-columns need --csv.");
            }
        });
        return command;
    }

    public ResolveTask Read(ParseResult parse) => new(
        parse.GetValue(names) ?? [], parse.GetValue(from), parse.GetValue(table), parse.GetValue(nameColumn),
        parse.GetValue(contextColumns)?.Split(',', StringSplitOptions.RemoveEmptyEntries), parse.GetValue(format) ?? (parse.GetValue(table) ? Csv : Json), parse.GetValue(limit));
}
