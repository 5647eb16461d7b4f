using System.Text;

namespace BorderMap.Incidents.Cql2;

/// <summary>The escapes of a text in the text encoding.</summary>
internal static class Escapes
{
    private const string Letters = "abtnvfr";
    private const string Meanings = "\a\b\t\n\v\f\r";

    /// <summary>What a character means behind a backslash, or behind a quote.</summary>
    public static char Meaning(char escaped) => Letters.IndexOf(escaped, StringComparison.Ordinal) is var i and >= 0 ? Meanings[i] : escaped;

    /// <summary>A text in single quotes, so that it reads back as it is.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            var i = Meanings.IndexOf(c, StringComparison.Ordinal);
            quoted.Append(i >= 0 ? "\\" + Letters[i] : c switch { '\'' => "''", '\\' => "\\\\", _ => c.ToString() });
        }
        return quoted.Append('\'').ToString();
    }
}
