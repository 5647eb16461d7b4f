using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>How many streams are open, for one client and in all; each holds a place until it ends.</summary>
public sealed class OpenStreams : IDisposable
{
    private readonly ClientPlaces places = new(Limits.StreamsMax, Limits.StreamsPerClient);

    /// <summary>Takes a place; dispose it when the stream ends.</summary>
    /// <param name="client">By <see cref="ClientAddress"/>.</param>
    /// <param name="problem">Why there is none.</param>
    public IDisposable? Take(string client, out Problem? problem)
    {
        var place = places.Take(client, out var isFull);
        problem = place is not null ? null
            : isFull ? new(ProblemCodes.Unavailable, "", null, "Too many streams are open.", $"Ask {Routes.Changes} from time to time instead, or try again later.")
            : new(ProblemCodes.TooMany, "", null, $"Your address has {Limits.StreamsPerClient} streams open.", $"Close one, or ask {Routes.Changes} from time to time instead.");
        return place;
    }

    public void Dispose() => places.Dispose();
}
