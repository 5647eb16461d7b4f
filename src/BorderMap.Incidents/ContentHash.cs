using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BorderMap.Incidents;

/// <summary>A fingerprint of texts: equal means that nothing changed.</summary>
internal static class ContentHash
{
    public static string Of(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
            hash.AppendData([0xFF, 0xFF]); // no character: keeps "ab","c" apart from "a","bc"
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
