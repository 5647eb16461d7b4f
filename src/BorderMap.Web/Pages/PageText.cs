using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>The words of the pages that the server makes, in one language (<c>data/text/pages-TAG.json</c>); what a language lacks is said in English.</summary>
public sealed class PageText
{
    private static readonly PersianCalendar Solar = new();
    private readonly IReadOnlyDictionary<string, string> words;
    private readonly PageText? fallback;
    private readonly bool isChosen;

    private PageText(NameLanguage language, string locale, IReadOnlyDictionary<string, string> words, PageText? fallback, bool isChosen = false) =>
        (Language, Locale, this.words, this.fallback, this.isChosen) = (language, locale, words, fallback, isChosen);

    public static PageText English { get; } = new(NameLanguage.English, "en_GB", Read("en"), null);

    public static IReadOnlyList<PageText> All { get; } = [English, Translated("prs", "fa_AF"), Translated("ps", "ps_AF"), Translated("ur", "ur_PK")];

    public NameLanguage Language { get; }

    /// <summary>As Open Graph names it.</summary>
    public string Locale { get; }

    public string Tag => Language.Tag;

    public bool IsEnglish => fallback is null;

    public string Direction => Language.IsArabicScript ? "rtl" : "ltr";

    public string this[string key] => words.TryGetValue(key, out var text) ? text : fallback is null ? throw new KeyNotFoundException($"No text for {key}.") : fallback[key];

    /// <summary>The language of <c>lang</c>, else the best that the browser asks for, else English.</summary>
    public static PageText Of(QueryValues query)
    {
        if (query.Has(Parameters.PageLang))
        {
            return query.Choice(Parameters.PageLang) is { } asked ? All.First(text => text.Tag == asked).AsChosen() : English;
        }
        var wanted = query.Language().Tag;
        return All.FirstOrDefault(text => text.Tag == (wanted == "fa" ? "prs" : wanted)) ?? English; // Who reads Persian reads Dari.
    }

    /// <summary>A sentence with its values in place of <c>{names}</c>.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", Isolated(value), StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>A word of a closed list; the word itself where the list has another one.</summary>
    public string Word(string list, string? word) => word is null ? "" : words.GetValueOrDefault($"{list}.{word}") ?? fallback?.Word(list, word) ?? word;

    /// <summary>A label of a vocabulary.</summary>
    public string Label(IReadOnlyDictionary<string, string>? labels, string english) => labels?.GetValueOrDefault(Tag) ?? english;

    /// <summary>A text with its figures in the digits of the language.</summary>
    public string Digits(string text) => Tag is "prs" or "ps" ? string.Create(text.Length, text, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiDigit(from[i]) ? (char)('\u06F0' + (from[i] - '0')) : from[i];
        }
    }) : text;

    /// <summary>A civil day as the readers of the language write it; in English by ISO 8601.</summary>
    public string Day(string? iso) =>
        !IsEnglish && DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Digits($"{day.Day} {this["months"].Split('|')[day.Month - 1]} {day.Year}")
            : iso ?? "";

    /// <summary>The same day in the solar Hijri calendar, for languages whose readers date by it; else null.</summary>
    public string? SolarDay(string? iso) =>
        this["solar.months"] is { Length: > 0 } months && DateTime.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Say("solar", ("date", Digits($"{Solar.GetDayOfMonth(day)} {months.Split('|')[Solar.GetMonth(day) - 1]} {Solar.GetYear(day)}")))
            : null;

    /// <summary>A text of the data among words of the page: kept apart in direction and, where it is Latin in a page of another language, said to be English.</summary>
    public Html Data(string? text) => IsEnglish || string.IsNullOrEmpty(text) ? Html.Of($"{text}")
        : IsLatin(text) ? Html.Of($"""<bdi lang="en">{text}</bdi>""") : Html.Of($"<bdi>{text}</bdi>");

    /// <summary>The same for a title or name that stands in the middle of a line, whatever the page's language.</summary>
    public Html Apart(string? text) => IsEnglish && !string.IsNullOrEmpty(text) ? Html.Of($"<bdi>{text}</bdi>") : Data(text);

    /// <summary>A text of the data in a sentence, kept from setting the order of what stands about it.</summary>
    public string Isolated(string value) => Language.IsArabicScript && IsLatin(value) ? $"\u2068{value}\u2069" : value;

    /// <summary>What a place is called.</summary>
    public string NameOf(Place place) => IsEnglish ? place.Name : Language.NameOf(place).Text;

    /// <summary>The address of another page of the site; a language that was chosen goes along.</summary>
    public string To(string path)
    {
        if (!isChosen)
        {
            return path;
        }
        var parts = path.Split('#', 2);
        return $"{parts[0]}{(parts[0].Contains('?') ? '&' : '?')}lang={Tag}{(parts.Length > 1 ? "#" + parts[1] : "")}";
    }

    private static PageText Translated(string tag, string locale) => new(NameLanguage.Find(tag)!, locale, Read(tag), English);

    private static Dictionary<string, string> Read(string tag)
    {
        var name = $"pages-{tag}.json";
        using var stream = typeof(PageText).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private static bool IsLatin(string text) => text.Any(char.IsAsciiLetter) && !NameLanguage.IsArabic(text);

    /// <summary>The same words, in a page whose address names their language.</summary>
    private PageText AsChosen() => new(Language, Locale, words, fallback, isChosen: true);
}
