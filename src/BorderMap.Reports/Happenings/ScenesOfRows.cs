using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Where a row of a table says its record is.</summary>
internal sealed partial class Scenes
{
    /// <summary>Rows that a "ditto" may speak of.</summary>
    private const int MostDitto = 30;

    /// <summary>The places of the column of places; where it is left blank, those of the row above; else those told in the row, but for its remarks.</summary>
    private List<Scene> OfRow(TableRow row, List<Located> all)
    {
        for (var above = row; above is not null && above.Table == row.Table && row.Sentence - above.Sentence <= MostDitto; above = passage.RowOf(above.Sentence - 1))
        {
            // "province,district": the place stands in several columns.
            var cells = above.Cells.Where(cell => cell.Kind is ColumnKind.Place && !IsDitto(cell)).ToList();
            if (cells.Count == 0)
            {
                continue;
            }
            var places = ReferenceEquals(above, row) ? all : [.. passage.PlacesIn(above.Sentence).Where(MayBe)];
            return Settle(places.FindAll(located => cells.Exists(cell => cell.Holds(located.First, located.Last))) is { Count: > 0 } inCell ? inCell
                : places.FindAll(located => row.Cells.Any(other => other.Kind is ColumnKind.Event or ColumnKind.Other && other.Holds(located.First, located.Last))), "row");
        }
        return [];
    }

    /// <summary>The place told last in the paragraph, where it lies in what the label names; else the label's.</summary>
    public List<Scene> OfLabel(int sentence)
    {
        var label = passage.LabelOf(sentence);
        if (label.Count == 0)
        {
            return [];
        }
        for (var before = sentence - 1; before >= Math.Max(0, sentence - MostDitto) && passage.SameBlock(before, sentence); before--)
        {
            var told = passage.PlacesIn(before).Where(located => !label.Contains(located) && IsCandidate(located, before) && label.Any(unit => LiesIn(located, unit))).ToList();
            if (told.Count > 0)
            {
                return Settle(told, "label");
            }
        }
        return Settle([.. label], "label");
    }

    /// <summary>"1. Something came down on two houses. Laman and Spera.": what an item says in the sentence before, or else in the next, is of the same place.</summary>
    public List<Scene> OfItem(int sentence)
    {
        foreach (var neighbour in (int[])[sentence - 1, sentence + 1, sentence - 2])
        {
            if (neighbour >= 0 && neighbour < passage.Text.Sentences.Count && passage.SameBlock(neighbour, sentence) && passage.RowOf(neighbour) is null
                && Settle(passage.PlacesIn(neighbour).Where(located => IsCandidate(located, neighbour)).ToList(), "neighbour") is { Count: > 0 } scenes)
            {
                return scenes;
            }
        }
        return [];
    }

    /// <summary>"Place: Ursoon, Lower Chitral", in a form that goes on with what happened there: the places of that line.</summary>
    private List<Scene> OfForm(int sentence)
    {
        for (var above = sentence - 1; above >= Math.Max(0, sentence - MostDitto) && passage.IsRow(above); above--)
        {
            if (passage.IsFieldOf(above, FieldsOfPlace) && Settle([.. passage.PlacesIn(above).Where(MayBe)], "label") is { Count: > 0 } scenes)
            {
                return scenes;
            }
        }
        return [];
    }

    /// <summary>"attacked two posts from the Nuristan side": where they came from leaves the form its place.</summary>
    private List<Scene> WithForm(List<Scene> scenes, int sentence) => scenes.TrueForAll(scene => scene.Role is Incidents.Model.PlaceRole.Origin) && OfForm(sentence) is { Count: > 0 } form ? [.. form, .. scenes] : scenes;

    private static readonly HashSet<string> FieldsOfPlace = new(StringComparer.Ordinal) { "place", "places", "location", "locations", "where", "area", "areas", "site", "sites", "district", "districts", "sector", "scene", "spot", "village" };

    private bool LiesIn(Located located, Located unit) => located.Toponym.Place?.Place is { } place && unit.Toponym.Place?.Place is { } region && passage.IsIn(place, region);

    private bool IsDitto(TableCell cell)
    {
        for (var at = cell.First; at < cell.Last; at++)
        {
            if (tokens[at].Kind is not TokenKind.Mark && tokens[at].Key is not ("do" or "ditto" or "same" or "as" or "above" or "place"))
            {
                return false;
            }
        }
        return true;
    }
}
