using System.Text.RegularExpressions;

namespace BorderMap.Incidents.Importing;

/// <summary>UCDP's releases: <c>22.1</c> is a yearly one, <c>26.0.4</c> one of the candidate events.</summary>
/// <param name="Name">As UCDP writes it.</param>
public sealed partial record UcdpRelease(string Name)
{
    private int[] Parts => [.. Name.Split('.').Select(int.Parse)];

    private bool IsCandidate => Parts[1] == 0;

    /// <summary>Event ids are kept from release to release within a family: <c>ged</c>, or <c>candidate-2026</c>.</summary>
    public string Family => IsCandidate ? $"candidate-20{Parts[0]:00}" : "ged";

    /// <summary>What estimates say: <c>GED 22.1</c>, <c>Candidate 26.0.4</c>.</summary>
    public string Label => $"{(IsCandidate ? "Candidate" : "GED")} {Name}";

    /// <summary>Reads <c>22.1</c>; null when it is no release.</summary>
    public static UcdpRelease? Read(string text) => Whole().IsMatch(text) ? new(text) : null;

    /// <summary>Finds the release in a file's name: <c>GEDEvent_v22_1.csv</c>, <c>ged221-csv.zip</c>, <c>GEDEvent_v26_0_4.csv</c>.</summary>
    public static UcdpRelease? InName(string fileName)
    {
        if (InEventName().Match(fileName) is { Success: true } full)
            return Read(string.Join('.', full.Groups[1].Value.Split('_', '.')));
        return InShortName().Match(fileName) is { Success: true } brief ? Read($"{brief.Groups[1].Value}.{brief.Groups[2].Value}") : null;
    }

    [GeneratedRegex(@"\A[0-9]{1,2}\.[0-9]{1,2}(\.[0-9]{1,2}){0,2}\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![0-9])v?([0-9]{1,2}[_.][0-9]{1,2}([_.][0-9]{1,2}){0,2})(?![0-9])")]
    private static partial Regex InEventName();

    [GeneratedRegex(@"\bged([0-9]{2})([0-9])(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex InShortName();
}
