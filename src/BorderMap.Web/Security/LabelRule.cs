using System.Text;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Security;

/// <summary>Names of tokens and shown names of people: a line of text.</summary>
public static class LabelRule
{
    private const int Longest = 100;

    public static Problem? Check(string name, string field = "name", int longest = Longest) =>
        name.Trim().Length == 0 || name.Trim().Length > longest || name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune))
            ? new(ProblemCodes.BadName, field, name, $"{field} is empty, longer than {longest} characters, or holds a character that is none.", "Say in a few words what it is for.")
            : null;
}
