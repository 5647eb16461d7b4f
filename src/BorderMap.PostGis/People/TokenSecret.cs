using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BorderMap.PostGis.People;

/// <summary>The secrets of API tokens: <c>bm_</c> and 32 random bytes. The prefix is there so that scanners find one that was published by mistake.</summary>
public static class TokenSecret
{
    public const string Prefix = "bm_";

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of it. 256 random bits need no salt and no slow hash.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
