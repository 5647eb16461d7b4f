using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Finds the rows of a BorderMap file in bytes that come piece by piece.</summary>
internal sealed class FileParser
{
    private static readonly string[] Sections = ["actors", "sources", "episodes", "incidents"];

    private JsonReaderState _state;
    private string? _section;
    private int _index;
    private int _nextSection;
    private bool _isInside;
    private bool _hasFormat;
    private bool _hasBegun;
    private bool _isClosed;

    public bool IsDone { get; private set; }

    /// <summary>Adds the rows that are complete in <paramref name="data"/>.</summary>
    /// <returns>How many bytes are used up.</returns>
    public int Parse(ReadOnlySpan<byte> data, bool isFinal, List<FileRow> rows)
    {
        var mark = 0;
        if (!_hasBegun)
        {
            if (data.Length < 3 && !isFinal)
                return 0;
            _hasBegun = true;
            mark = data.StartsWith("\uFEFF"u8) ? 3 : 0;
        }
        var used = mark;
        try
        {
            var reader = new Utf8JsonReader(data[mark..], isFinal, _state);
            while (!IsDone && Step(ref reader, data[mark..], rows))
            {
                used = mark + (int)reader.BytesConsumed;
                _state = reader.CurrentState;
            }
            IsDone |= isFinal && _isClosed;
        }
        catch (JsonException e)
        {
            rows.Add(Stop("broken-json", $"Line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: the JSON is broken.", "Correct the JSON there; nothing after it was read."));
        }
        catch (InvalidOperationException)
        {
            // JSON texts with half a surrogate pair parse, and cannot be read.
            rows.Add(Stop("no-unicode", "A name in the file is no Unicode.", "Write it without half surrogate pairs; nothing after it was read."));
        }
        return used;
    }

    public FileRow Stop(string code, string message, string fix)
    {
        IsDone = true;
        return new("", 0, Problem: new(code, _section is null ? "file" : $"{_section}[{_index}]", null, message, fix));
    }

    // One step that needs all its bytes; false: more are needed, and the reader's position before the step holds.
    private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, List<FileRow> rows)
    {
        if (!reader.Read())
            return false;
        if (_section is not null)
            return StepInSection(ref reader, data, rows);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when !_isInside:
                _isInside = true;
                return true;
            case JsonTokenType.PropertyName:
                return StepIntoProperty(ref reader, rows);
            case JsonTokenType.EndObject:
                if (!_hasFormat)
                    rows.Add(Stop("no-format", "The file has no \"format\".", $"Begin it with \"format\":\"{BorderMapWriter.Format}\"."));
                _isClosed = true; // what follows must be blank: the next Read says so
                return true;
            default:
                rows.Add(Stop("not-a-file", "The file is not one JSON object.", $"A BorderMap file is {{\"format\":\"{BorderMapWriter.Format}\",\"actors\":[],…}}."));
                return true;
        }
    }

    private bool StepIntoProperty(ref Utf8JsonReader reader, List<FileRow> rows)
    {
        var name = reader.GetString()!;
        if (!reader.Read())
            return false;
        var section = Array.IndexOf(Sections, name);
        if (name == "format" && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(BorderMapWriter.Format))
            _hasFormat = true;
        else if (name == "format")
            rows.Add(Stop("unknown-format", "The file has another format.", $"Only \"{BorderMapWriter.Format}\" can be read."));
        else if (section < 0)
            rows.Add(Stop("unknown-section", $"There is no section '{Problems.Shorten(name)}'.", $"Sections are {string.Join(", ", Sections)}."));
        else if (reader.TokenType != JsonTokenType.StartArray)
            rows.Add(Stop("not-an-array", $"The section '{name}' is not an array.", "Write [ … ]."));
        else if (section < _nextSection)
            rows.Add(Stop("section-order", $"The section '{name}' comes too late or twice.", $"Write each once, in the order {string.Join(", ", Sections)}."));
        else
            (_section, _index, _nextSection) = (name, 0, section + 1);
        return true;
    }

    private bool StepInSection(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, List<FileRow> rows)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _section = null;
            return true;
        }
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return false;
        rows.Add(ReadRow(_section!, _index++, data[start..(int)reader.BytesConsumed]));
        return true;
    }

    private static FileRow ReadRow(string section, int index, ReadOnlySpan<byte> json)
    {
        try
        {
            return section switch
            {
                "actors" => new(section, index, Actor: Read<Actor>(json)),
                "sources" => new(section, index, Source: Read<Source>(json)),
                "episodes" => new(section, index, Episode: Read<Episode>(json)),
                _ => new(section, index, Incident: Read<Incident>(json)),
            };
        }
        catch (JsonException e)
        {
            return new(section, index, Problem: UnreadableJson.Explain(e, json));
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, IncidentJson.Options) ?? throw new JsonException("The row is null.", "$", null, null);
}
