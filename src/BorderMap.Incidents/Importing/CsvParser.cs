using System.Buffers;
using System.Text;

namespace BorderMap.Incidents.Importing;

/// <summary>Finds the records of a CSV file in text that comes piece by piece.</summary>
internal sealed class CsvParser(char separator)
{
    private readonly SearchValues<char> _ends = SearchValues.Create([separator, '\r', '\n', '"']);
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private State _state = State.CellStart;
    private long _recordLine = 1;
    private bool _lastWasReturn;

    private enum State { CellStart, Plain, Quoted, AfterQuote }

    /// <summary>The line that is being read, from 1.</summary>
    public long Line { get; private set; } = 1;

    public bool IsDone { get; private set; }

    public void Parse(ReadOnlySpan<char> text, bool isFinal, List<CsvRecord> records)
    {
        for (var i = 0; i < text.Length && !IsDone;)
            i += _state == State.Quoted ? StepQuoted(text[i..], records) : Step(text[i..], records);
        if (!isFinal || IsDone)
            return;
        if (_state == State.Quoted)
            records.Add(Stop("open-quote", "A quoted cell begins here and does not end.", "Close it with a quotation mark; a quotation mark inside a cell is written twice."));
        else if (_cells.Count > 0 || _cell.Length > 0 || _state != State.CellStart)
            EndRecord(records);
        IsDone = true;
    }

    // One character, or a run of plain ones.
    private int Step(ReadOnlySpan<char> text, List<CsvRecord> records)
    {
        var c = text[0];
        var wasReturn = _lastWasReturn;
        _lastWasReturn = c == '\r';
        if (wasReturn)
            BeginLine();
        if (c == '\n' && wasReturn)
            return 1;
        if (c == separator)
            return EndCell(records);
        if (c is '\r' or '\n')
        {
            EndRecord(records);
            if (c == '\n')
                BeginLine();
            return 1;
        }
        return c == '"' && (_state is State.CellStart or State.AfterQuote) ? Enter(State.Quoted) : Plain(text, records);
    }

    private void BeginLine() => _recordLine = ++Line;

    private int Plain(ReadOnlySpan<char> text, List<CsvRecord> records)
    {
        if (_state == State.AfterQuote)
        {
            records.Add(Stop("text-after-quote", $"Column {_cells.Count + 1} goes on after its closing quotation mark.", "Write a quotation mark inside a cell twice, and quote the whole cell."));
            return text.Length;
        }
        _state = State.Plain;
        var run = text[0] == '"' ? 1 : text.IndexOfAny(_ends) is >= 0 and var end ? end : text.Length;
        return Append(text[..Math.Max(run, 1)], records);
    }

    private int StepQuoted(ReadOnlySpan<char> text, List<CsvRecord> records)
    {
        if (text[0] == '"')
            return Enter(State.AfterQuote);
        var run = text.IndexOf('"') is >= 0 and var end ? text[..end] : text;
        Line += run.Count('\n');
        return Append(run, records);
    }

    private int Append(ReadOnlySpan<char> run, List<CsvRecord> records)
    {
        _cell.Append(run);
        if (_cell.Length > CsvReader.MaxCell)
            records.Add(Stop("cell-too-large", $"Column {_cells.Count + 1} has more than {CsvReader.MaxCell} characters.", "Look for a quotation mark that is not closed."));
        return run.Length;
    }

    // A quotation mark after a closing one was a doubled one: the cell goes on with it.
    private int Enter(State state)
    {
        if (state == State.Quoted && _state == State.AfterQuote)
            _cell.Append('"');
        _state = state;
        return 1;
    }

    private int EndCell(List<CsvRecord> records)
    {
        _cells.Add(_cell.ToString());
        _cell.Clear();
        _state = State.CellStart;
        if (_cells.Count > CsvReader.MaxCells)
            records.Add(Stop("too-many-cells", $"The record has more than {CsvReader.MaxCells} cells.", "Check what separates the cells."));
        return 1;
    }

    private void EndRecord(List<CsvRecord> records)
    {
        var isBlank = _cells.Count == 0 && _cell.Length == 0 && _state == State.CellStart;
        EndCell(records);
        if (!isBlank && !IsDone)
            records.Add(new CsvRecord(_recordLine, [.. _cells]));
        _cells.Clear();
    }

    private CsvRecord Stop(string code, string message, string fix)
    {
        IsDone = true;
        return new CsvRecord(_recordLine, [], new(code, "file", null, message, fix));
    }
}
