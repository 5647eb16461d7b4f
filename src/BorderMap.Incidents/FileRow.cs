using System.Text.RegularExpressions;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>One object of the file; exactly one of the last five is set.</summary>
/// <param name="Section"><c>actors</c>, <c>sources</c>, <c>episodes</c> or <c>incidents</c>; empty for a problem of the file itself.</param>
/// <param name="Index">Position in its array, from 0.</param>
/// <param name="Actor">The row of the section <c>actors</c>.</param>
/// <param name="Source">The row of the section <c>sources</c>.</param>
/// <param name="Episode">The row of the section <c>episodes</c>.</param>
/// <param name="Incident">The row of the section <c>incidents</c>.</param>
/// <param name="Problem">Why the row, or the rest of the file, cannot be read.</param>
public sealed partial record FileRow(string Section, int Index, Actor? Actor = null, Source? Source = null, Episode? Episode = null, Incident? Incident = null, Problem? Problem = null)
{
    /// <summary>The line, or the number of the feature, that the row was read from; null in BorderMap's own format.</summary>
    public long? Line { get; init; }

    /// <summary>Which column a path of the document was read from (<c>places[].lon</c> → <c>longitude</c>); null in BorderMap's own format.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>The column that a path of the document (<c>places[0].lon</c>) was read from: that of the longest part of it that has one.</summary>
    public string? ColumnOf(string path)
    {
        if (Columns is null)
            return null;
        for (var part = Indices().Replace(path, "[]"); part.Length > 0; part = part[..Math.Max(0, part.LastIndexOfAny(['.', '[']))])
            if (Columns.TryGetValue(part, out var column))
                return column;
        return null;
    }

    /// <summary>Made only where there is none of its id yet: an import that merely names it does not change it.</summary>
    public bool IfMissing { get; init; }

    /// <summary>What of the row says whether it changed since the last import; null: the document.</summary>
    public string? Basis { get; init; }

    /// <summary>The row is about another country and is passed over.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The row's place is ambiguous or unknown: it waits in review as a draft.</summary>
    public bool Waits { get; init; }

    /// <summary>How messages name the row: <c>incidents[17]</c>, <c>line 17</c>, or <c>file</c>.</summary>
    public string Name => Line is { } line ? $"line {line}" : Section.Length == 0 ? "file" : $"{Section}[{Index}]";

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Indices();
}
