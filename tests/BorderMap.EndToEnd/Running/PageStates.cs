namespace BorderMap.EndToEnd.Running;

/// <summary>Every page, and every state of one that shows something of its own.</summary>
public static class PageStates
{
    public static readonly PageState[] Public =
    [
        new("map", "/?datetime=2025-10-01/2025-10-31&kind=air&side=AF"),
        new("refused", "/?colour=red"),
        new("nothing", "/?datetime=2001-01-01/2001-02-01"),
        new("filters", "/", Click: "#tab-filters"),
        new("incident", "/?highlight={id}", Then: "#detail article"),
        new("incident's details", "/?highlight={id}", "#record summary", "#record summary", "#record details[open]"),
        new("pickers", "/", Click: "#tab-filters", Then: "#pick-actor-search"),
        new("layers", "/", Click: ".layers summary", Then: ".layers[open]"),
        new("districts shaded", "/?layer=districts&measure=killed"),
        new("how new", "/", "#freshness summary", "#freshness summary", "#freshness details[open]"),
        new("line and time", "/?chart=line", "[data-placed]"),
        new("line and time as a table", "/?chart=line", "[data-placed]", ".line-as-table", ".line-table tbody tr"),
        new("export menu", "/", Click: ".menu >> nth=0"),
        new("languages", "/", Click: ".languages summary"),
        new("table", "/?layer=table", Then: "#table tbody tr"),
        new("authors", "/embed/new?datetime=2025-10-01/2025-10-31&kind=air", "body[data-ready]", Then: ".overview-text table"),
        new("embed", "/embed?datetime=2025-10-09/2025-10-19"),
        new("places", "/places", "body[data-ready]"),
        new("places found", "/places", "body[data-ready]", "#sheet-sample", "#sheet-go:enabled"),
        new("incident page", "/incidents/{id}", "h1"),
        new("method", "/method", "h1"),
        new("features for GIS", "/ogc", "h1"),
        new("a collection", "/ogc/collections/incidents", "h1"),
        new("features of a collection", "/ogc/collections/incidents/items?limit=20", "h1"),
        new("properties of a collection", "/ogc/collections/incidents/schema", "h1"),
        new("place page", "/places/x-torkham-crossing", "h1"),
        new("sign-in", "/sign-in", "h1"),
    ];

    public static readonly PageState[] SignedIn =
    [
        new("account", "/account", "#token-list"),
        new("people", "/people", "#people-list li"),
        new("desk", "/desk", "#desk[data-ready]"),
        new("desk form", "/desk?new", "#desk[data-ready] .editor"),
        new("desk queue", "/desk?queue", "#desk[data-ready]"),
        new("desk report", "/desk?report", "#report-text"),
        new("desk import", "/desk?import", "#desk[data-ready]"),
        new("desk history", "/desk?history={id}", "#desk[data-ready]"),
    ];
}
