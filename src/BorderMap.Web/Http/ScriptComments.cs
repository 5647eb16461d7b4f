using System.Text.RegularExpressions;

namespace BorderMap.Web.Http;

/// <summary>Scripts as they are sent. What they say to those who work on them weighs a quarter of them and stays where it is read; lines keep their numbers.</summary>
internal static partial class ScriptComments
{
    public static string Without(string script) => Comment().Replace(script, comment => new string('\n', comment.Value.Count(letter => letter == '\n')));

    // Documenting comments, and lines that are nothing but a comment. That no script holds either inside of a text is tested with the scripts.
    [GeneratedRegex(@"\/\*\*[\s\S]*?\*\/|^[ \t]*\/\/[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
