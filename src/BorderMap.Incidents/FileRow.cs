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
public sealed record FileRow(string Section, int Index, Actor? Actor = null, Source? Source = null, Episode? Episode = null, Incident? Incident = null, Problem? Problem = null)
{
    /// <summary>How messages name the row: <c>incidents[17]</c>, or <c>file</c>.</summary>
    public string Name => Section.Length == 0 ? "file" : $"{Section}[{Index}]";
}
