using System.Text;
using System.Text.Json;

namespace BorderMap.Incidents.Cql2;

/// <summary>A value of a JSON text that knows where it stands.</summary>
internal sealed record JsonPart(JsonTokenType Kind, int At)
{
    /// <summary>More than the deepest filter within its limits needs.</summary>
    private const int MaxDepth = (2 * Cql2Limits.Depth) + 16;

    /// <summary>Of a text, or a number as it is written.</summary>
    public string Text { get; init; } = "";
    public IReadOnlyList<JsonPart> Items { get; init; } = [];
    public IReadOnlyDictionary<string, JsonPart> Members { get; init; } = new Dictionary<string, JsonPart>();

    public JsonPart? Member(string name) => Members.GetValueOrDefault(name);

    /// <summary>As a message tells it.</summary>
    public string Said => Kind switch
    {
        JsonTokenType.StartObject => Members.Count == 0 ? "an empty object" : $"an object with {string.Join(", ", Members.Keys.Take(5).Select(name => $"\"{name}\""))}",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"\"{Problems.Shorten(Text)}\"",
        JsonTokenType.Number => Problems.Shorten(Text),
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Reads a whole text; null after a problem.</summary>
    public static JsonPart? Read(string text, Reading reading)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var places = new Places(bytes);
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            json.Read();
            var part = Value(ref json, places, reading);
            json.Read();
            return reading.HasFailed ? null : part;
        }
        catch (JsonException e)
        {
            reading.Fail(Cql2Problems.BadText(places.At(Offset(bytes, e)), "", "The filter is no JSON, or nested too deep",
                "Give an object with op and args, or name the encoding: filter-lang=cql2-text."));
            return null;
        }
    }

    private static JsonPart Value(ref Utf8JsonReader json, Places places, Reading reading)
    {
        var part = new JsonPart(json.TokenType, places.At((int)json.TokenStartIndex));
        return json.TokenType switch
        {
            JsonTokenType.StartObject => part with { Members = Object(ref json, places, reading) },
            JsonTokenType.StartArray => part with { Items = Array(ref json, places, reading) },
            JsonTokenType.String => part with { Text = String(ref json, part.At, reading) },
            JsonTokenType.Number => part with { Text = Encoding.UTF8.GetString(json.ValueSpan) },
            _ => part,
        };
    }

    private static List<JsonPart> Array(ref Utf8JsonReader json, Places places, Reading reading)
    {
        var items = new List<JsonPart>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref json, places, reading));
        return items;
    }

    private static Dictionary<string, JsonPart> Object(ref Utf8JsonReader json, Places places, Reading reading)
    {
        var members = new Dictionary<string, JsonPart>();
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var at = places.At((int)json.TokenStartIndex);
            var name = String(ref json, at, reading);
            json.Read();
            if (!members.TryAdd(name, Value(ref json, places, reading)))
                reading.Fail(Cql2Problems.BadText(at, name, $"\"{name}\" stands twice", "Leave one out."));
        }
        return members;
    }

    private static string String(ref Utf8JsonReader json, int at, Reading reading)
    {
        try
        {
            return Lexer.Checked(json.GetString()!, at, reading);
        }
        catch (InvalidOperationException)
        {
            // Half of an escaped surrogate pair.
            return Lexer.Checked("\0", at, reading);
        }
    }

    private static int Offset(byte[] bytes, JsonException error)
    {
        var line = 0;
        for (var i = error.LineNumber ?? 0; i > 0; i--)
            line = bytes.AsSpan(line).IndexOf((byte)'\n') is var end and >= 0 ? line + end + 1 : line;
        return Math.Min(line + (int)(error.BytePositionInLine ?? 0), bytes.Length);
    }

    /// <summary>From bytes to characters, both going forward.</summary>
    private sealed class Places(byte[] bytes)
    {
        private int known;
        private int characters;

        public int At(int offset)
        {
            if (offset < known)
                (known, characters) = (0, 0);
            characters += Encoding.UTF8.GetCharCount(bytes.AsSpan(known, offset - known));
            known = offset;
            return characters + 1;
        }
    }
}
