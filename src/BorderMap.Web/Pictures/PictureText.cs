namespace BorderMap.Web.Pictures;

/// <summary>Breaks lines where nothing measures letters: by the width that letters have on the average.</summary>
internal static class PictureText
{
    /// <summary>Of the size of the type; somewhat wide, so that nothing runs out of its room in any usual font.</summary>
    private const double LetterWidth = 0.56;

    public static double Width(string text, double size) => text.Length * LetterWidth * size;

    public static IReadOnlyList<string> Wrap(string text, double room, double size)
    {
        var most = Math.Max(8, (int)(room / (LetterWidth * size)));
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(most).Select(piece => new string(piece))))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }
        return lines;
    }
}
