using System.Text;

namespace BorderMap.Web.Commands.Resolving;

/// <summary>What one run of <c>resolve</c> is told.</summary>
/// <param name="Names">Given on the command line; empty: the input is read.</param>
/// <param name="From">The file to read; null: standard input.</param>
/// <param name="IsTable">Whether the input is CSV.</param>
/// <param name="NameColumn">The column with the names; null: guessed.</param>
/// <param name="ContextColumns">The columns with the context; null: guessed.</param>
/// <param name="Format">What to write.</param>
/// <param name="Limit">The most candidates of one name.</param>
internal sealed record ResolveTask(
    string[] Names, FileInfo? From, bool IsTable, string? NameColumn, IReadOnlyList<string>? ContextColumns, string Format, int Limit)
{
    /// <summary>The text to read, when it is not standard input.</summary>
    public TextReader? Open() => Names.Length > 0 ? new StringReader(string.Join('\n', Names))
        : From is null ? null : Utf8(From.OpenRead());

    /// <summary>A byte order mark stays in the text: what is written has it again.</summary>
    public static StreamReader Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
}
