namespace BorderMap.Reports.Lexicons;

/// <summary>A tab-separated file of the lexicon, embedded in the assembly.</summary>
internal static class LexiconFile
{
    /// <summary>The rows after the header, each cut into as many cells as the header has.</summary>
    /// <exception cref="InvalidDataException">The file is missing, or a row has too few or too many cells: the build is broken.</exception>
    public static IEnumerable<string[]> Rows(string name, string header)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not embedded in the assembly");
        using var reader = new StreamReader(stream);
        var cells = header.Split('\t').Length;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1)
            {
                if (line != header)
                {
                    throw new InvalidDataException($"{name}: the header is \"{line}\", it must be \"{header}\"");
                }
                continue;
            }
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            var row = line.Split('\t');
            yield return row.Length == cells ? row : throw new InvalidDataException($"{name}, line {number}: {row.Length} cells, {cells} are needed");
        }
    }
}
