using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Exports;

/// <summary>How many downloads are under way, for one client and in all: each holds a connection to the database.</summary>
public sealed class OpenExports : IDisposable
{
    private readonly ClientPlaces places = new(Limits.ExportsAtOnce, Limits.ExportsPerClient);

    /// <summary>Takes a place; dispose it when the download ends.</summary>
    /// <param name="client">By <see cref="ClientAddress"/>.</param>
    /// <param name="problem">Why there is none.</param>
    public IDisposable? Take(string client, out Problem? problem)
    {
        var place = places.Take(client, out var isFull);
        problem = place is not null ? null
            : new(ProblemCodes.Busy, "", null, isFull ? "As many downloads as the server gives are under way." : $"Your address has {Limits.ExportsPerClient} downloads under way.",
                "Ask again after the seconds that Retry-After gives.");
        return place;
    }

    public void Dispose() => places.Dispose();
}
