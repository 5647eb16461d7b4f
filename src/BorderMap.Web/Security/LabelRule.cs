using System.Text;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Security;

/// <summary>Names of tokens and shown names of people: a line of text.</summary>
public static class LabelRule
{
    private const int Longest = 100;

    public static Problem? Check(string name, string field = "name") =>
        name.Trim().Length is 0 or > Longest || name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune))
            ? new(ProblemCodes.BadName, field, name, $"{field} is empty, longer than {Longest} characters, or holds a character that is none.", "Say in a few words what it is for.")
            : null;
}
