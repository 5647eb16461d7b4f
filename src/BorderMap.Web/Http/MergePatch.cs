using System.Text.Json.Nodes;

namespace BorderMap.Web.Http;

/// <summary>JSON merge patch (RFC 7396, section 2): null takes a member away, an object is merged into what is there, anything else replaces it.</summary>
public static class MergePatch
{
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }
        var merged = target is JsonObject before ? (JsonObject)before.DeepClone() : [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = Apply(merged[name], change);
            }
        }
        return merged;
    }
}
