using System.Text;
using BorderMap.Gazetteer;

namespace BorderMap.Web.Commands.Resolving;

/// <summary>Resolutions as CSV: a table of their own for lines, added columns for a table.</summary>
internal static class ResolutionCsv
{
    /// <summary>Before the added columns' names, so that they stand apart from the table's own.</summary>
    public const string Prefix = "bm_";

    private const string LineEnd = "\r\n";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Resolves <c>name</c> or <c>name&lt;TAB&gt;context</c> a line into a table with a row a line.</summary>
    /// <returns>How many lines came to which status.</returns>
    public static async Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(
        Atlas atlas, IAsyncEnumerable<ResolveQuery> queries, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        await output.WriteAsync(Utf8.GetBytes($"query,context,{string.Join(',', ResolutionColumns.Names)}{LineEnd}"), cancellation);
        return await WriteAsync(queries, query => Answer(atlas, query, resolution =>
            $"{ResolutionColumns.Join([query.Name, query.Context, .. ResolutionColumns.Values(resolution, atlas.Places)], ',')}{LineEnd}"), output, progress, cancellation);
    }

    /// <summary>Resolves a column of a table; its rows come out as they are, with columns added.</summary>
    /// <returns>How many rows came to which status; blank rows are none.</returns>
    public static async Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(
        Atlas atlas, TableInput input, TableColumns columns, int limit, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var added = ResolutionColumns.Names.Select(name => Prefix + name).ToArray();
        if (input.Header.Fields.FirstOrDefault(added.Contains) is { } taken)
        {
            throw new TableFormatException($"line 1: there is a column {taken} already. Remove it, or resolve the table that it was made from.");
        }
        await output.WriteAsync(Utf8.GetBytes($"{(input.HasByteOrderMark ? "\uFEFF" : "")}{input.Header.Raw}{input.Separator}{string.Join(input.Separator, added)}{input.LineEnd}"), cancellation);
        return await WriteAsync(input.Rows(cancellation), row => row.IsBlank ? (null, Utf8.GetBytes(input.LineEnd)) : Answer(atlas, Query(row, columns, limit), resolution =>
        {
            // A row with fewer fields than the header is filled up, or the added ones would stand in the wrong columns.
            var missing = new string(input.Separator, input.Header.Fields.Length - row.Fields.Length);
            return $"{row.Raw}{missing}{input.Separator}{ResolutionColumns.Join(ResolutionColumns.Values(resolution, atlas.Places), input.Separator)}{input.LineEnd}";
        }), output, progress, cancellation);
    }

    /// <summary>What a row of a table asks.</summary>
    public static ResolveQuery Query(TableRow row, TableColumns columns, int limit)
    {
        var context = string.Join(", ", columns.Context.Select(Field).Where(field => field.Length > 0));
        return new ResolveQuery(Field(columns.Name)) { Context = context.Length > 0 ? context : null, Limit = limit };

        string Field(int column) => column < row.Fields.Length ? row.Fields[column].Trim() : "";
    }

    private static (ResolutionStatus? Status, byte[] Line) Answer(Atlas atlas, ResolveQuery query, Func<Resolution, string> write)
    {
        var resolution = atlas.Resolver.Resolve(query);
        return (resolution.Status, Utf8.GetBytes(write(resolution)));
    }

    private static async Task<IReadOnlyDictionary<ResolutionStatus, int>> WriteAsync<T>(
        IAsyncEnumerable<T> items, Func<T, (ResolutionStatus? Status, byte[] Line)> answer, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var counts = Enum.GetValues<ResolutionStatus>().ToDictionary(status => status, _ => 0);
        var done = 0;
        await InOrder.RunAsync(items, answer, async answered =>
        {
            await output.WriteAsync(answered.Line, CancellationToken.None);
            if (answered.Status is { } status)
            {
                counts[status]++;
                progress.Report(++done);
            }
        }, async () => await output.FlushAsync(CancellationToken.None), cancellation);
        return counts;
    }
}
