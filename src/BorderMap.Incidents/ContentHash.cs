using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace BorderMap.Incidents;

/// <summary>A fingerprint of texts: equal means that nothing changed.</summary>
internal static class ContentHash
{
    public static string Of(params ReadOnlySpan<string> parts)
    {
        // A byte that UTF-8 does not use keeps "ab","c" apart from "a","bc".
        var length = 0;
        foreach (var part in parts)
            length += Encoding.UTF8.GetMaxByteCount(part.Length) + 1;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        foreach (var part in parts)
        {
            at += Encoding.UTF8.GetBytes(part, bytes.AsSpan(at));
            bytes[at++] = 0xFF;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, at)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }
}
