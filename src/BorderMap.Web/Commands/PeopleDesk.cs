using BorderMap.PostGis;
using BorderMap.PostGis.People;

namespace BorderMap.Web.Commands;

/// <summary>The database, open for a command on people or tokens; needs no gazetteer.</summary>
public sealed class PeopleDesk : IAsyncDisposable
{
    private readonly ILoggerFactory loggers;
    private readonly Database database;

    private PeopleDesk(Database database, TimeProvider time, ILoggerFactory loggers)
    {
        this.database = database;
        this.loggers = loggers;
        People = new PeopleStore(database, time);
        Tokens = new TokenStore(database, time);
    }

    public PeopleStore People { get; }
    public TokenStore Tokens { get; }

    public static async Task<PeopleDesk> OpenAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        var loggers = surroundings.Loggers();
        try
        {
            var options = new DatabaseOptions(surroundings.Settings.Database, surroundings.Settings.Home);
            return new PeopleDesk(await Database.OpenAsync(options, loggers, surroundings.Time, cancellation), surroundings.Time, loggers);
        }
        catch
        {
            loggers.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        loggers.Dispose();
    }
}
