using System.Security.Cryptography;
using BorderMap.PostGis.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BorderMap.Web.Security;

/// <summary>Hashes and verifies passwords, by ASP.NET Core's hasher (PBKDF2, HMAC-SHA512).</summary>
public sealed class Passwords
{
    /// <summary>OWASP's Password Storage Cheat Sheet for PBKDF2 with HMAC-SHA512.</summary>
    private const int Iterations = 210_000;

    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly PasswordHasher<Person> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // Of a password that nobody has: what there is no account for takes as long as what there is one for.
    private readonly Lazy<string> nobody;

    public Passwords() => nobody = new Lazy<string>(() => Hash(OneTime()));

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <param name="attempt">Null where there is no account, or it is locked.</param>
    /// <param name="password">What was typed.</param>
    public PasswordVerificationResult Verify(SignInAttempt? attempt, string password)
    {
        var result = hasher.VerifyHashedPassword(null!, attempt?.PasswordHash ?? nobody.Value, password);
        return attempt is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>A random one-time password, 100 bits in four groups; without letters that look like digits.</summary>
    public static string OneTime() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
