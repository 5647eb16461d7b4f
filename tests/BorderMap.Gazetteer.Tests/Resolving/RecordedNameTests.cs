using System.Collections.Concurrent;

namespace BorderMap.Gazetteer.Tests.Resolving;

/// <summary>Every recorded name leads to its place, or to namesakes among which it is.</summary>
public class RecordedNameTests
{
    /// <summary>More than any name has bearers.</summary>
    private const int Limit = 2000;

    [Fact]
    public void Every_name_of_a_district_province_crossing_or_area_finds_it() => Check(place => place.Kind is not PlaceKind.Locality, every: 1);

    [Fact]
    public void Names_of_localities_find_them() => Check(place => place.Kind is PlaceKind.Locality, every: 61);

    private static void Check(Func<Place, bool> chosen, int every)
    {
        var lost = new ConcurrentQueue<string>();
        var names = CommittedAtlas.Value.Places.All.Where(chosen).SelectMany(place => place.Names, (place, name) => (place, name.Text))
            .Where((_, i) => i % every == 0);
        Parallel.ForEach(names, named =>
        {
            var found = CommittedAtlas.Value.Resolver.Resolve(named.Text, null, Limit);
            if (!found.Candidates.Any(candidate => candidate.Place.Id == named.place.Id))
            {
                lost.Enqueue($"{named.Text} ({named.place.Id}): {found.Status}");
            }
        });
        Assert.Empty(lost);
    }
}
