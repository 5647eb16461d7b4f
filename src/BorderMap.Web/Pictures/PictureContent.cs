using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures;

/// <summary>What a picture is made of.</summary>
internal sealed record PictureContent
{
    public required PageText Text { get; init; }
    public required IncidentFilter Filter { get; init; }
    public required IReadOnlyList<PictureSpot> Spots { get; init; }

    /// <summary>Publishers of the sources, those of most incidents first.</summary>
    public required IReadOnlyList<string> Publishers { get; init; }
    public required long Pub { get; init; }

    /// <summary>The address of the same view as a map.</summary>
    public required string Address { get; init; }
    public string? Title { get; init; }

    /// <summary>Titles of episodes by id, where they are drawn.</summary>
    public IReadOnlyDictionary<string, string> Episodes { get; init; } = new Dictionary<string, string>();
    public string Worldview { get; init; } = "neutral";

    /// <summary>Publishers that are named; the others are counted.</summary>
    private const int Named = 6;

    public string TitleWords => Title ?? Text["picture.title"];

    /// <summary>The days asked for, else those of the incidents; never today.</summary>
    public string Period
    {
        get
        {
            var (from, to) = Filter.Datetime is { } asked ? (asked.From, asked.To) : (Spots.Min(spot => spot.Start), Spots.Max(spot => spot.End ?? spot.Start));
            return new Pages.Words(Text).Days(from?.ToString("yyyy-MM-dd"), to?.ToString("yyyy-MM-dd"));
        }
    }

    /// <summary>What is asked for beside the time, in words.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    public string Line => string.Join(" · ", [Period, Text.Say("picture.count", ("n", Text.Digits($"{Spots.Count}"))), .. Criteria]);

    public IReadOnlyList<string> Foot =>
    [
        Sources,
        $"{Text.Say("picture.data", ("pub", Text.Digits($"{Pub}")))} {Text["footer.record"]}",
        Text.Isolated(Address),
    ];

    private string Sources => Publishers.Count == 0 ? Text["picture.sources.none"]
        : Text.Say("picture.sources", ("names", string.Join(Text["list.comma"], Publishers.Take(Named).Select(Text.Isolated))))
            + (Publishers.Count > Named ? " " + Text.Say("picture.sources.more", ("n", Text.Digits($"{Publishers.Count - Named}"))) : "");
}
