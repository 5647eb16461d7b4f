using System.Text.Json;

namespace BorderMap.Incidents.Importing;

/// <summary>Finds the features of a FeatureCollection in bytes that come piece by piece.</summary>
internal sealed class GeoJsonParser
{
    private static readonly Dictionary<string, string> None = [];

    private JsonReaderState _state;
    private bool _hasBegun;
    private bool _isInside;
    private bool _isInFeatures;
    private bool _hasFeatures;
    private long _number;

    public bool IsDone { get; private set; }

    /// <summary>Adds the features that are complete in <paramref name="data"/>.</summary>
    /// <returns>How many bytes are used up.</returns>
    public int Parse(ReadOnlySpan<byte> data, bool isFinal, List<GeoFeature> features)
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
            while (!IsDone && Step(ref reader, data[mark..], features))
            {
                used = mark + (int)reader.BytesConsumed;
                _state = reader.CurrentState;
            }
            IsDone |= isFinal;
        }
        catch (JsonException e)
        {
            features.Add(Stop("broken-json", $"Line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: the JSON is broken.", "Correct the JSON there; nothing after it was read."));
        }
        catch (InvalidOperationException)
        {
            // JSON texts with half a surrogate pair parse, and cannot be read.
            features.Add(Stop("no-unicode", "A name in the file is no Unicode.", "Write it without half surrogate pairs; nothing after it was read."));
        }
        return used;
    }

    public GeoFeature Stop(string code, string message, string fix)
    {
        IsDone = true;
        return new(_number + 1, None, null, null, new(code, "file", null, message, fix));
    }

    // One step that needs all its bytes; false: more are needed, and the reader's position before the step holds.
    private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, List<GeoFeature> features)
    {
        if (!reader.Read())
            return false;
        if (_isInFeatures)
            return StepInFeatures(ref reader, data, features);
        if (reader.TokenType == JsonTokenType.StartObject && !_isInside)
            return _isInside = true;
        if (reader.TokenType == JsonTokenType.PropertyName)
            return StepIntoProperty(ref reader, features);
        if (reader.TokenType == JsonTokenType.EndObject && !_hasFeatures)
            features.Add(Stop("no-features", "The file has no \"features\".", "Give a FeatureCollection: {\"type\":\"FeatureCollection\",\"features\":[…]}."));
        else if (reader.TokenType != JsonTokenType.EndObject)
            features.Add(Stop("not-a-file", "The file is not one JSON object.", "Give a FeatureCollection: {\"type\":\"FeatureCollection\",\"features\":[…]}."));
        return true;
    }

    private bool StepIntoProperty(ref Utf8JsonReader reader, List<GeoFeature> features)
    {
        var name = reader.GetString();
        if (!reader.Read())
            return false;
        if (name == "features" && reader.TokenType == JsonTokenType.StartArray && !_hasFeatures)
            return _isInFeatures = _hasFeatures = true;
        if (name == "features")
            features.Add(Stop("not-an-array", "\"features\" is no array, or stands twice.", "Write \"features\":[…] once."));
        return reader.TrySkip();
    }

    private bool StepInFeatures(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, List<GeoFeature> features)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _isInFeatures = false;
            return true;
        }
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return false;
        features.Add(Readable(++_number, data[start..(int)reader.BytesConsumed]));
        return true;
    }

    private static GeoFeature Readable(long number, ReadOnlySpan<byte> json)
    {
        try
        {
            return Read(number, json);
        }
        catch (InvalidOperationException)
        {
            return Bad(number, "no-unicode", "properties", "A text of the feature is no Unicode.", "Write it without half surrogate pairs.");
        }
    }

    private static GeoFeature Read(long number, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var feature = document.RootElement;
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            return Bad(number, "not-a-feature", "properties", "This is no feature with properties.", "Write {\"type\":\"Feature\",\"geometry\":…,\"properties\":{…}}.");
        var values = new Dictionary<string, string>();
        if (properties.ValueKind == JsonValueKind.Object)
            foreach (var property in properties.EnumerateObject())
                if (TextOf(property.Value) is { } text)
                    values[property.Name] = text;
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind == JsonValueKind.Null)
            return new(number, values, null, null);
        if (geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Point")
            && geometry.TryGetProperty("coordinates", out var at) && at.ValueKind == JsonValueKind.Array && at.GetArrayLength() is 2 or 3
            && at[0].ValueKind == JsonValueKind.Number && at[1].ValueKind == JsonValueKind.Number)
            return new(number, values, at[0].GetRawText(), at[1].GetRawText());
        return Bad(number, "not-a-point", "geometry", "The geometry is neither a point nor null.", "Give {\"type\":\"Point\",\"coordinates\":[lon,lat]} and say its area with radius_m, or null with a place's name.");
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    private static GeoFeature Bad(long number, string code, string field, string message, string fix) =>
        new(number, None, null, null, new(code, field, null, message, fix));
}
