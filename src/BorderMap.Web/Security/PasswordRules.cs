using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Security;

/// <summary>Which passwords may be chosen (NIST SP 800-63B, 5.1.1.2): long ones, not the name, nothing that everybody tries first; any characters.</summary>
public sealed class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private const int FewestDifferent = 5;

    private readonly string[] common;

    /// <param name="common">Words that everybody tries first, lower case.</param>
    public PasswordRules(IEnumerable<string> common) => this.common = [.. common.OrderByDescending(word => word.Length)];

    /// <summary>Reads <c>data/people/common-passwords.txt</c>: a word a line, <c>#</c> before a remark.</summary>
    public static PasswordRules Read(ContentRoot content) =>
        new(File.ReadLines(Path.Combine(content.Data, "people", "common-passwords.txt")).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'));

    /// <returns>Why it may not be chosen; null when it may. Never with the password in it.</returns>
    public Problem? Check(string password, string name)
    {
        var plain = password.ToLowerInvariant();
        return password switch
        {
            { Length: < Shortest } => Weak($"The password has fewer than {Shortest} characters.", "Use a sentence, or several words that do not belong together."),
            { Length: > Longest } => Weak($"The password has more than {Longest} characters.", "Shorten it."),
            _ when plain.Replace(name, "", StringComparison.Ordinal).Length < Shortest / 2 => Weak("The password is little more than the name.", "Choose one without the name."),
            _ when plain.Distinct().Count() < FewestDifferent || IsRun(plain) => Weak("The password repeats or counts on.", "Use several words that do not belong together."),
            _ when IsCommon(plain) => Weak("The password is nothing but digits, signs and what everybody tries first.", "Use several words that do not belong together."),
            _ => null,
        };
    }

    private static Problem Weak(string message, string fix) => new(ProblemCodes.WeakPassword, "new", null, message, fix);

    /// <summary>Whether every character follows the one before by the same small step: "abcdefghijkl".</summary>
    private static bool IsRun(string plain) => plain.Zip(plain.Skip(1), (one, next) => next - one).Distinct().Count() == 1;

    /// <summary>Whether nothing of it is left but digits and signs once the common words are taken out.</summary>
    private bool IsCommon(string plain) => !common.Aggregate(plain, (left, word) => left.Replace(word, " ", StringComparison.Ordinal)).Any(char.IsLetter);
}
