namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Measures the resolver on a file of known answers and writes tables of what came out.</summary>
public static class Evaluation
{
    /// <summary>Recognises the file by its header: a list of misspelt names, or events of UCDP GED.</summary>
    /// <exception cref="GazetteerFormatException">The header is neither, or a row is broken: the message names file, line, column and reason.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static void Run(Atlas atlas, string path, TextWriter output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(output);
        var table = TableFile.Read(path);
        if (table.Has(Misspelling.Columns))
        {
            MisspellingReport.Write(atlas, Misspelling.Read(table.WithWholeRows(), atlas.Places), output, cancellation);
        }
        else if (table.Has(LocatedEvent.Columns))
        {
            EventReport.Write(atlas, LocatedEvent.Read(table.WithWholeRows()), output, cancellation);
        }
        else
        {
            throw new GazetteerFormatException(table.Name, 1,
                $"the header is of no known list: misspelt names have the columns {string.Join(", ", Misspelling.Columns)}; events of UCDP GED {string.Join(", ", LocatedEvent.Columns)}");
        }
    }
}
