namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>Reads the build's own rules: tab-separated, two columns, a header line.</summary>
internal static class RuleFile
{
    /// <exception cref="GazetteerFormatException">The header or a row is not as expected.</exception>
    public static List<(int Line, string Left, string Right)> Read(string path, string header)
    {
        var lines = File.ReadAllLines(path);
        var file = Path.GetFileName(path);
        if (lines.Length == 0 || lines[0] != header)
        {
            throw new GazetteerFormatException(file, 1, $"the header is not '{header}'");
        }
        return [.. lines.Skip(1).Select((line, i) => line.Split('\t') is [{ Length: > 0 } left, var right]
            ? (i + 2, left, right)
            : throw new GazetteerFormatException(file, i + 2, "needs two columns, the first not empty"))];
    }
}
