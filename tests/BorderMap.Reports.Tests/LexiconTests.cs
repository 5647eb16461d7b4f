using System.Text.RegularExpressions;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Tests;

/// <summary>A list between bars binds single words: what can never fit a text is a fault of the row.</summary>
public sealed partial class LexiconTests
{
    [GeneratedRegex(@"~\w+$|\*$")]
    private static partial Regex FormMark { get; }

    private static IEnumerable<(string Row, string[] Pieces)> Patterns()
    {
        var assembly = typeof(Extractor).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".tsv", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var column = Array.IndexOf(reader.ReadLine()!.Split('\t'), "pattern");
            while (column >= 0 && reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#')
                {
                    yield return ($"{name}: {line}", line.Split('\t')[column].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }
    }

    [Fact]
    public void Every_word_of_a_pattern_is_one_token()
    {
        var broken = from pattern in Patterns()
                     from piece in pattern.Pieces
                     where !piece.StartsWith("..", StringComparison.Ordinal)
                     from word in piece.TrimEnd('?').Split('|')
                     where word.Length == 0 || (word.Any(char.IsLetterOrDigit) && !IsToken(FormMark.Replace(word, "")))
                     select $"\"{word}\" in {pattern.Row}";
        Assert.Empty(broken);
    }

    /// <summary>"mortar~n|artillery piece~n|cannon~n" would be read as "mortars pieces".</summary>
    [Fact]
    public void No_phrase_stands_inside_a_list() => Assert.Empty(Patterns().Where(pattern => pattern.Pieces.Zip(pattern.Pieces.Skip(1)).Any(pair => HasPhrase(pair.First.Split('|'), pair.Second.Split('|')))).Select(pattern => pattern.Row));

    private static bool HasPhrase(string[] list, string[] next) => list.Length > 1 && next.Length > 1 && list[..^1].Any(word => word.EndsWith("~n", StringComparison.Ordinal)) && !list[^1].Contains('~') && next[0].EndsWith("~n", StringComparison.Ordinal);

    private static bool IsToken(string word)
    {
        var tokens = new List<Token>();
        Tokens.Add(word, new TextSpan(0, word.Length), tokens);
        return tokens is [var token] && token.Key == word;
    }
}
