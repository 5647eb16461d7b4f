using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.Incidents.Cql2;
using BorderMap.PostGis.Columns;
using BorderMap.PostGis.Features;

namespace BorderMap.Web.Http;

/// <summary>Every parameter of every route, once.</summary>
public static class Parameters
{
    public static readonly Parameter BBox = new(FilterNames.Bbox, "West, south, east, north in degrees, WGS 84.") { Example = "69.5,33.5,71.5,34.8" };
    public static readonly Parameter Within = new(FilterNames.Within, "Corners of an area in order: longitude, latitude, longitude, latitude and so on in degrees, WGS 84; 3 to 100 of them, whose sides do not cross.") { Example = "69.5,33,71,33,70.2,34.5" };
    public static readonly Parameter PlaceMatch = new(FilterNames.PlaceMatch, "How bbox and within are met: by the point, possibly, or certainly.") { Values = ["point", "possible", "certain"], Default = "point" };
    public static readonly Parameter DateTime = new(FilterNames.Datetime, "A date, an instant or an interval by RFC 3339, open ends as two dots.") { Example = "2025-10-01/.." };
    public static readonly Parameter TimeMatch = new(FilterNames.TimeMatch, "Whether the date may lie, or must lie, within datetime.") { Values = ["possible", "certain"], Default = "possible" };
    public static readonly Parameter Kind = new(FilterNames.Kind, "Kinds or families of kinds, separated by commas (/vocabulary/kinds.json).") { Example = "airstrike,shelling" };
    public static readonly Parameter Actor = new(FilterNames.Actor, "Ids of actors, separated by commas.");
    public static readonly Parameter Place = new(FilterNames.Place, "Ids of places, separated by commas; a district or province takes in what lies within it.");
    public static readonly Parameter Side = new(FilterNames.Side, "Side of the Durand Line, separated by commas.") { Example = "AF" };
    public static readonly Parameter LineKm = new(FilterNames.LineKm, "Kilometres along the Durand Line from the tripoint with Iran, an end may be left out; what has no position along the line is not met.") { Example = "1480..1560" };
    public static readonly Parameter Episode = new(FilterNames.Episode, "Ids of episodes, separated by commas.");
    public static readonly Parameter KilledMin = new(FilterNames.KilledMin, "The least number killed, by the lowest claim.") { Type = "integer", Minimum = 0 };
    public static readonly Parameter Grade = new(FilterNames.Grade, "Grades of certainty, separated by commas: confirmed, fair, weak, contested, discounted.");
    public static readonly Parameter Precision = new(FilterNames.Precision, "Precisions of place, separated by commas: exact, near, locality, district, province, country.");
    public static readonly Parameter CrossBorder = new(FilterNames.CrossBorder, "Whether force crossed the border or the border itself was concerned.") { Type = "boolean" };
    public static readonly Parameter Q = new(FilterNames.Q, "Words of the public text.");
    public static readonly Parameter Publisher = new(FilterNames.Publisher, "Names of publishers as /api/counts/publisher lists them, separated by |: incidents with a source of theirs.") { Example = "Dawn|TOLOnews" };
    public static readonly Parameter Ids = new(FilterNames.Ids, "Ids of incidents, separated by commas.");
    public static readonly Parameter AsOf = new(FilterNames.AsOf, "A public sequence number: the answer as the public saw it then, less what has been withheld since.") { Type = "integer", Minimum = 0 };
    public static readonly Parameter CqlFilter = new(FilterNames.Filter, "A condition in CQL2 over the queryables; with other parameters, both have to hold.") { Example = "kind IN ('airstrike','shelling') AND killed_low >= 5" };
    public static readonly Parameter FilterLang = new(FilterNames.FilterLang, "The encoding of filter.") { Values = [.. Cql2Filter.Languages.Keys], Default = "cql2-text" };

    /// <summary>What selects incidents, spelt the same on every route.</summary>
    public static readonly IReadOnlyList<Parameter> Filter =
        [BBox, Within, PlaceMatch, DateTime, TimeMatch, Kind, Actor, Place, Side, LineKm, Episode, KilledMin, Grade, Precision, CrossBorder, Q, Publisher, Ids, AsOf, CqlFilter, FilterLang];

    public static readonly Parameter Limit = new("limit", "The most items of one page.") { Type = "integer", Minimum = 1, Maximum = Limits.PageMax, Default = Text(Limits.PageDefault) };
    public static readonly Parameter Cursor = new("cursor", "Where the next page begins, as the last answer's link gave it.");
    public static readonly IReadOnlyList<Parameter> Paging = [Limit, Cursor];

    public static readonly Parameter Form = new("f", "The form of the answer; without it, what Accept asks for.") { Values = ["json", "html"] };
    public static readonly Parameter Collection = new("collection", "The collection.") { InPath = true, Required = true, Values = [.. FeatureSets.All.Select(collection => collection.Id)] };
    public static readonly Parameter Crs = new("crs", "The reference system of the coordinates in the answer; each has its own order of axes.") { Values = [.. ReferenceSystem.All.Select(one => one.Uri)], Default = ReferenceSystem.Crs84.Uri };
    public static readonly Parameter BBoxCrs = new("bbox-crs", "The reference system of bbox.") { Values = [.. ReferenceSystem.All.Select(one => one.Uri)], Default = ReferenceSystem.Crs84.Uri };
    public static readonly Parameter FeatureBBox = new(FilterNames.Bbox, "Lower left and upper right corner, four numbers or six with heights (which are not used), in the order of axes of bbox-crs. Features without a geometry are met too, unless place-match is given.") { Example = "69.5,33.5,71.5,34.8" };
    public static readonly Parameter FilterCrs = new("filter-crs", "The reference system of the coordinates in filter.") { Values = [.. ReferenceSystem.All.Select(one => one.Uri)], Default = ReferenceSystem.Crs84.Uri };
    public static readonly Parameter SortBy = new("sortby", "Properties to sort by, separated by commas; a minus before one for the greatest first. What has no value comes last.") { Example = "-date_start,title" };

    public static readonly Parameter FeedLimit = new("limit", "The most entries of the feed.") { Type = "integer", Minimum = 1, Maximum = Limits.FeedMax, Default = Text(Limits.FeedDefault) };
    public static readonly Parameter CountsBy = new("by", "What to count by: each value with the number of incidents that have it.") { InPath = true, Required = true, Values = ["actor", "publisher", "province", "district"] };
    public static readonly Parameter NearbyLimit = new("limit", "The most incidents to give.") { Type = "integer", Minimum = 1, Maximum = Limits.NearbyMax, Default = Text(Limits.NearbyDefault) };
    public static readonly Parameter SourceIds = new("ids", "Ids of sources, separated by commas: these alone, on one page.");
    public static readonly Parameter Part = new("part", "Which columns: what the map filters and draws, the titles and names of places, or the ids alone. All parts of one state have the same rows in the same order.") { Values = [.. Enum.GetValues<ColumnPart>().Select(JsonText.Word)], Default = "map" };

    public static readonly Parameter Since = new("since", "The public sequence number that is already known; 0 for everything.") { Type = "integer", Minimum = 0, Default = "0" };
    public static readonly Parameter ChangedSince = new("changed-since", "A public sequence number that is already known: only incidents whose public version came after it. What is gone since stands in the GeoJSON, and in /api/changes.") { Type = "integer", Minimum = 0 };
    public static readonly Parameter StreamSince = new("since", "The public sequence number that is already known; left out, the stream begins with what happens next. A Last-Event-ID header goes before it.") { Type = "integer", Minimum = 0 };
    public static readonly Parameter ChangesLimit = new("limit", "The most changes of one answer.") { Type = "integer", Minimum = 1, Maximum = Limits.ChangesMax, Default = Text(Limits.ChangesDefault) };

    public static readonly Parameter TileCollection = new("collection", "What the tile shows.") { InPath = true, Required = true, Values = [.. Tiles.TileSet.All.Select(one => one.Name)] };
    public static readonly Parameter Zoom = new("z", "The zoom: the world is 2^z tiles wide.") { InPath = true, Required = true, Type = "integer", Minimum = 0 };
    public static readonly Parameter TileX = new("x", "The column, from the west.") { InPath = true, Required = true, Type = "integer", Minimum = 0 };
    public static readonly Parameter TileY = new("y", "The row, from the north.") { InPath = true, Required = true, Type = "integer", Minimum = 0 };

    public static readonly Parameter PlaceQuery = new("q", "A place name, whole or begun, in any script.") { Required = true, Example = "torkh" };
    public static readonly Parameter SearchLimit = new("limit", "The most places to give.") { Type = "integer", Minimum = 1, Maximum = Limits.SearchMax, Default = Text(Limits.SearchDefault) };
    public static readonly Parameter Lang = new("lang", "The language of the names in the answer, Latin script where none is recorded; without it, what Accept-Language asks for.") { Values = [.. NameLanguage.All.Select(language => language.Tag)] };
    public static readonly Parameter PageLang = new("lang", "The language of the page; without it, what Accept-Language asks for.") { Values = ["en", "prs", "ps", "ur"] };
    public static readonly Parameter PlaceKind = new("kind", "The kind of place.") { Values = [.. Enum.GetValues<PlaceKind>().Select(JsonText.Word)] };
    public static readonly Parameter Country = new("country", "The country that the place lies in.") { Values = ["AF", "PK"] };
    public static readonly Parameter Near = new("near", "A position that the place lies near, as evidence and not as a fence: degrees, longitude first.") { Example = "71.08,34.13" };
    public static readonly Parameter NearLine = new("near-line", "Whether the text is about the border, so that places near the Durand Line are the likelier.") { Type = "boolean", Default = "false" };
    public static readonly Parameter On = new("on", "The day that the text speaks of: names and districts as they were then.") { Example = "2012-06-30" };
    public static readonly Parameter Name = new("name", "The toponym as somebody wrote it, or coordinates.") { Required = true, Example = "Giwi, Jaji Aryub, Paktia" };
    public static readonly Parameter Context = new("context", "District, province or country in words, in any order, separated by commas.");
    public static readonly Parameter ResolveLimit = new("limit", "The most candidates to give.") { Type = "integer", Minimum = 1, Maximum = Limits.SearchMax, Default = Text(Limits.ResolveDefault) };
    public static readonly Parameter Lon = new("lon", "Degrees east, WGS 84; with lat.") { Type = "number", Minimum = -180, Maximum = 180, Example = "71.08" };
    public static readonly Parameter Lat = new("lat", "Degrees north, WGS 84; with lon.") { Type = "number", Minimum = -90, Maximum = 90, Example = "34.13" };
    public static readonly Parameter At = new("at", "The position in one text, instead of lon and lat: decimal degrees, degrees and minutes, UTM or MGRS.") { Example = "42S XC 91903 78706" };
    public static readonly Parameter NearestLimit = new("limit", "The most places near the position to give.") { Type = "integer", Minimum = 0, Maximum = Limits.SearchMax, Default = Text(Limits.ResolveDefault) };
    public static readonly Parameter Boundary = new("boundary", "Whether to give the generalised boundary as GeoJSON.") { Type = "boolean", Default = "false" };

    public static readonly Parameter Queries = new("queries", "A reconciliation query batch, as JSON.") { Example = """{"q0":{"query":"Torkham"}}""" };
    public static readonly Parameter Prefix = new("prefix", "What was typed; empty for all types or properties.") { Example = "torkh" };
    public static readonly Parameter SuggestCursor = new("cursor", "How many suggestions to skip.") { Type = "integer", Minimum = 0, Maximum = Limits.PageDefault, Default = "0" };
    public static readonly Parameter SuggestType = new("type", "Suggests entities of this type only.") { Values = ["place", .. Enum.GetValues<PlaceKind>().Select(JsonText.Word)] };
    public static readonly Parameter Callback = new("callback", "The name of a function: the answer is then a script that calls it (JSONP).");

    public static readonly Parameter After = new("after", "Where the next page begins, as next of the last answer has it.");
    public static readonly Parameter ReportState = new("state", "Whether a report is open, or how it was decided.") { Values = ["open", "accepted", "rejected"] };
    public static readonly Parameter ReportIncident = new("incident", "The id of the incident that reports are about.");
    public static readonly Parameter DuplicatesOf = new("id", "The id of the incident.") { Required = true };
    public static readonly Parameter OneOfTwo = new("one", "The id of one of the two incidents.") { Required = true };
    public static readonly Parameter OtherOfTwo = new("other", "The id of the other.") { Required = true };
    public static readonly Parameter ReviewKind = new("kind", "What waits.") { Values = ["draft", "submitted", "error_report", "duplicate"] };
    public static readonly Parameter ReviewFrom = new("from", "Waiting since this day or instant (UTC) or later.") { Example = "2026-05-01" };
    public static readonly Parameter ReviewUntil = new("until", "Waiting since before this day or instant (UTC).") { Example = "2026-05-01T12:00:00Z" };
    public static readonly Parameter ReviewPlace = new("place", "The id of a place of the incident, or of the district or province that holds it.");
    public static readonly Parameter ReviewOwner = new("owner", "Who began it.");
    public static readonly Parameter BeforeVersion = new("before", "The version to compare with; left out, the last published one.") { Type = "integer", Minimum = 1, Maximum = int.MaxValue };
    public static readonly Parameter AfterVersion = new("after", "The version compared; left out, the last one.") { Type = "integer", Minimum = 1, Maximum = int.MaxValue };

    public static readonly Parameter Id = new("id", "The id.") { InPath = true, Required = true };
    public static readonly Parameter Version = new("version", "The number of a version.") { InPath = true, Required = true, Type = "integer", Minimum = 1 };
    public static readonly Parameter Why = new("why", "Why, for the audit trail; only the desk sees it.");
    public static readonly Parameter RetractReason = new("reason", "Why. For an error the public is told these words, for harm only that it was withdrawn.") { Required = true, Example = "It was another district." };
    public static readonly Parameter RetractFor = new("for", "Whether it was wrong (earlier versions stay readable) or does harm (they go too).") { Values = ["error", "harm"], Default = "error" };
    public static readonly Parameter DraftStatus = new("status", "Only drafts, only submitted ones, or those that were retracted; left out, drafts and submitted ones.") { Values = ["draft", "submitted", "retracted"] };
    public static readonly Parameter Owner = new("owner", "Only those that this person began.");
    public static readonly Parameter Words = new("q", "Words that stand together.");
    public static readonly Parameter DeskLimit = new("limit", "The most items of one page.") { Type = "integer", Minimum = 1, Maximum = Limits.DeskPageMax, Default = Text(Limits.DeskPageDefault) };
    public static readonly Parameter LibraryLimit = new("limit", "The most items of one page.") { Type = "integer", Minimum = 1, Maximum = Limits.LibraryPageMax, Default = Text(Limits.DeskPageDefault) };
    public static readonly Parameter LibraryKind = new("kind", "What to list.") { InPath = true, Required = true, Values = ["episodes", "sources", "actors"] };
    public static readonly Parameter PersonName = new("name", "The person's name.") { InPath = true, Required = true };
    public static readonly Parameter ImportName = new("name", "The file's name; it may tell UCDP's release.") { Required = true, Example = "GEDEvent_v25_1.csv" };
    public static readonly Parameter Return = new("return", "The page of this host to go on to.") { Example = "/account" };
    public static readonly Parameter Everywhere = new("everywhere", "Whether to end all of one's sign-ins, on all devices.") { Type = "boolean", Default = "false" };
    public static readonly Parameter FileName = new("name", "The name of the file, without its ending.") { InPath = true, Required = true };

    public static readonly Parameter PictureTitle = new("title", "The title of the picture; without it, one in general words.");
    public static readonly Parameter PictureWidth = new("width", "Pixels that the picture is wide.") { Type = "integer", Minimum = 320, Maximum = 2400, Default = "1123" };
    public static readonly Parameter PictureHeight = new("height", "Pixels that the picture is high; it grows where its legend needs more.") { Type = "integer", Minimum = 240, Maximum = 2400, Default = "794" };
    public static readonly IReadOnlyList<Parameter> Picture = [PictureTitle, PictureWidth, PictureHeight];
    public static readonly Parameter Accessed = new("accessed", "The day on which the words are taken, for their source line; left out, none is said.") { Example = "2026-05-01" };
    public static readonly Parameter OEmbedUrl = new("url", "The address of a page of this site: the map, an embed, an incident.") { Required = true };
    public static readonly Parameter MaxWidth = new("maxwidth", "The most pixels that the frame may be wide.") { Type = "integer", Minimum = 1, Maximum = 10_000, Default = "800" };
    public static readonly Parameter MaxHeight = new("maxheight", "The most pixels that the frame may be high.") { Type = "integer", Minimum = 1, Maximum = 10_000, Default = "500" };
    public static readonly Parameter OEmbedFormat = new("format", "json or xml.") { Default = "json", Example = "xml" };
    public static readonly Parameter ViewOfMap = State("view");
    public static readonly Parameter LayerOfMap = State("layer", "incidents", "episodes", "heat", "districts", "provinces", "table");
    public static readonly Parameter MeasureOfMap = State("measure", "count", "killed");
    public static readonly Parameter WorldviewOfMap = State("worldview", "neutral", "af", "pk");
    public static readonly Parameter HighlightOfMap = State("highlight");
    private static readonly Parameter LangOfMap = State("lang");

    /// <summary>What the map keeps in its address beside the filter: let through where the filter is taken, so that one address serves page, API and export.</summary>
    public static readonly IReadOnlyList<Parameter> ViewState =
        [ViewOfMap, LayerOfMap, State("mode", "window", "trail", "cumulative"), State("chart", "line"), MeasureOfMap, WorldviewOfMap, LangOfMap, HighlightOfMap];

    public static readonly Parameter Widget = new("widget", "What the embed shows: the map, the chart of line and time, a histogram, a counter, the latest incidents.") { Values = ["map", "line", "histogram", "counter", "latest"], Default = "map" };
    public static readonly Parameter Controls = new("controls", $"What of the page is shown: {string.Join(", ", ControlWords)}, separated by commas, or none.") { Default = "title,legend,timeline,play,zoom" };
    public static readonly Parameter Accent = new("accent", "The host's colour: six hexadecimal digits.") { Example = "1f5f7a" };
    public static readonly Parameter EmbedTitle = PictureTitle with { Description = "The title of the embed: at most 120 characters." };

    /// <summary>What an embed's address says beside the map's own state.</summary>
    public static readonly IReadOnlyList<Parameter> EmbedOptions =
        [Widget, Controls, new("theme", "Light or dark; without it, the reader's own.") { Values = ["light", "dark"] }, Accent, new("ground", "Without it, a page's own ground.") { Values = ["transparent"] }, new("locked", "Whether readers look without changing anything.") { Values = ["true", "false"] }, EmbedTitle];

    public static IReadOnlyList<string> ControlWords => ["title", "legend", "timeline", "play", "filters", "search", "zoom"];

    private static Parameter State(string name, params string[] values) => new(name, "The map's own state; without effect here.") { Values = values };

    private static string Text(int value) => value.ToString();
}
