namespace BorderMap.Gazetteer;

/// <summary>A language that place names can be asked for in.</summary>
/// <param name="Tag">As it is asked for and answered with: a language subtag of BCP 47.</param>
/// <param name="Title">The language's own name.</param>
/// <param name="IsArabicScript">Whether it is written in Arabic script, from right to left; else in Latin script.</param>
/// <param name="Codes">The languages of <see cref="PlaceName.Language"/> that serve it, the nearest first.</param>
public sealed record NameLanguage(string Tag, string Title, bool IsArabicScript, IReadOnlyList<string> Codes)
{
    /// <summary>Latin script, English usage: <see cref="Place.Name"/>, which every place has.</summary>
    public static readonly NameLanguage English = new("en", "English", false, ["eng"]);

    /// <summary>All of them. Dari and Persian share their written names, so each stands in for the other.</summary>
    public static IReadOnlyList<NameLanguage> All { get; } =
    [
        English,
        new("ps", "پښتو", true, ["pus"]),
        new("fa", "فارسی", true, ["fas", "prs"]),
        new("prs", "دری", true, ["prs", "fas"]),
        new("ur", "اردو", true, ["urd"]),
    ];

    /// <summary>The language of a tag, with or without script and region (<c>ur-PK</c>; <c>fa-AF</c> is Dari); null for a language that names are not kept in.</summary>
    public static NameLanguage? Find(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var subtags = tag.Split('-');
        var language = subtags[0].Equals("fa", StringComparison.OrdinalIgnoreCase) && subtags.Contains("AF", StringComparer.OrdinalIgnoreCase) ? "prs" : subtags[0];
        return All.FirstOrDefault(one => one.Tag.Equals(language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What a place is called today in this language, and the language of that name: English where no name in this one is recorded.</summary>
    public (string Text, NameLanguage Language) NameOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (this == English)
        {
            return (place.Name, English);
        }
        var written = place.Names.Where(name => name.Until is null && IsArabic(name.Text) == IsArabicScript).ToList();
        var own = Codes.SelectMany(code => written.Where(name => name.Language == code).OrderBy(name => name.Rank)).Select(name => name.Text).FirstOrDefault();
        return own is null ? (place.Name, English) : (own, this);
    }

    /// <summary>Whether a text holds a letter of Arabic script: some names in these languages are recorded in Latin letters alone.</summary>
    public static bool IsArabic(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(c => c is >= '\u0620' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC');
    }
}
