namespace BorderMap.Web.Commands;

/// <summary>What a command works with. Data goes to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
public sealed record Surroundings(Settings Settings, ContentRoot Content, TimeProvider Time, TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>Tells the person at the terminal.</summary>
    public void Say(string words) => Error.WriteLine(words);
}
