using System.Text;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Overviews;

/// <summary>An overview in the two forms that reports take: Markdown and HTML.</summary>
internal static class OverviewForms
{
    private const string Marks = "\\`*_{}[]<>#|~";

    public static string Markdown(Overview overview)
    {
        var text = new StringBuilder();
        foreach (var paragraph in overview.Paragraphs)
        {
            text.Append(Markdown(paragraph).TrimEnd()).Append("\n\n");
        }
        if (overview.Rows.Count > 0)
        {
            text.Append("| ").AppendJoin(" | ", overview.Head).Append(" |\n|").Insert(text.Length, "---|", overview.Head.Count).Append('\n');
            foreach (var row in overview.Rows)
            {
                text.Append("| ").AppendJoin(" | ", row.Select(cell => Markdown([cell]))).Append(" |\n");
            }
            text.Append('\n');
        }
        return text.AppendJoin("\n\n", overview.Notes.Select(Markdown)).Append('\n').ToString();
    }

    public static string Markup(Overview overview) => Html.Of($"""
        {overview.Paragraphs.Select(Paragraph)}
        {(overview.Rows.Count == 0 ? Html.Empty : Table(overview))}
        {overview.Notes.Select(Paragraph)}
        """).ToString().Trim() + "\n";

    private static Html Table(Overview overview) => Html.Of($"""
        <table>
        <thead><tr>{overview.Head.Select(name => Html.Of($"<th scope=\"col\">{name}</th>"))}</tr></thead>
        <tbody>
        {overview.Rows.Select(row => Html.Of($"<tr>{row.Select(cell => Html.Of($"<td>{Markup(cell)}</td>"))}</tr>\n"))}</tbody>
        </table>
        """);

    private static Html Paragraph(IReadOnlyList<Run> runs) => Html.Of($"<p>{runs.Select(Markup)}</p>\n");

    private static Html Markup(Run run) => run.Href is null ? Html.Of($"{run.Text}") : Html.Of($"""<a href="{run.Href}">{run.Text}</a>""");

    private static string Markdown(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Href is null ? Escaped(run.Text) : $"[{Escaped(run.Text)}]({Address(run.Href)})"));

    // Text of the data must not be taken for marks, nor break the row of a table.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            escaped.Append(Marks.Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : char.IsControl(sign) ? " " : sign.ToString());
        }
        return escaped.ToString();
    }

    private static string Address(string address) => address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
}
