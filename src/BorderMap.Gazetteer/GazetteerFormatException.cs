namespace BorderMap.Gazetteer;

/// <summary>A gazetteer file holds a row that cannot be used.</summary>
public sealed class GazetteerFormatException(string file, int line, string reason) : Exception($"{file}, line {line}: {reason}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
}
