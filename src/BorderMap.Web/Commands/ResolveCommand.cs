using System.CommandLine;
using BorderMap.Gazetteer;
using BorderMap.Web.Commands.Resolving;
using BorderMap.Web.Http;

namespace BorderMap.Web.Commands;

/// <summary><c>resolve</c>: one toponym a line, or a table, in; what each may mean out. Needs no database.</summary>
public static class ResolveCommand
{
    /// <summary>Names after which the person at the terminal hears how far it is.</summary>
    private const int ProgressEvery = 10_000;

    private const int OutputBuffer = 1 << 16;

    public static Command Make(Surroundings surroundings)
    {
        var options = new ResolveOptions();
        return options.Command().Does(surroundings, async (parse, cancellation) =>
        {
            var task = options.Read(parse);
            using var opened = task.Open();
            var counts = await RunAsync(surroundings, task, opened ?? surroundings.In, cancellation);
            surroundings.Say($"{counts.Values.Sum()} names: {string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {JsonText.Word(pair.Key)}"))}");
            return CommandLine.Done;
        });
    }

    private static Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(Surroundings surroundings, ResolveTask task, TextReader input, CancellationToken cancellation)
    {
        var progress = new ToldAtOnce<int>(done =>
        {
            if (done % ProgressEvery == 0)
            {
                surroundings.Say($"{done} names so far");
            }
        });
        // Not disposed: standard output is not ours to close, and every run ends with a flush.
        var output = new BufferedStream(surroundings.Out, OutputBuffer);
        return task.IsTable ? TableAsync(surroundings, task, input, output, progress, cancellation) : LinesAsync(surroundings, task, input, output, progress, cancellation);
    }

    private static Task<IReadOnlyDictionary<ResolutionStatus, int>> LinesAsync(
        Surroundings surroundings, ResolveTask task, TextReader input, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var atlas = Atlas.Load(surroundings.Content.Data, cancellation);
        var queries = ResolveLines.Queries(input, task.Limit, cancellation);
        return task.Format == ResolveOptions.Csv ? ResolutionCsv.RunAsync(atlas, queries, output, progress, cancellation)
            : ResolveLines.RunAsync(atlas, queries, output, cancellation, progress);
    }

    private static async Task<IReadOnlyDictionary<ResolutionStatus, int>> TableAsync(
        Surroundings surroundings, ResolveTask task, TextReader input, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var table = await TableInput.OpenAsync(input, cancellation);
        var columns = TableColumns.Choose(table.Header.Fields, task.NameColumn, task.ContextColumns, surroundings.Content.CsvColumns);
        surroundings.Say(columns.Words(table.Header.Fields));
        var atlas = Atlas.Load(surroundings.Content.Data, cancellation);
        return task.Format == ResolveOptions.Csv ? await ResolutionCsv.RunAsync(atlas, table, columns, task.Limit, output, progress, cancellation)
            : await ResolveLines.RunAsync(atlas, table.Rows(cancellation).Where(row => !row.IsBlank).Select(row => ResolutionCsv.Query(row, columns, task.Limit)), output, cancellation, progress);
    }
}
