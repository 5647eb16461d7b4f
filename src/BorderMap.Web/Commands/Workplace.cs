using BorderMap.Gazetteer;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary>Gazetteer and database, open for a command. Disposing it lets go of the database, and stops the private cluster when nobody else uses it.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private readonly ILoggerFactory loggers;

    private Workplace(Surroundings surroundings, Atlas atlas, Database database, ILoggerFactory loggers)
    {
        Atlas = atlas;
        Database = database;
        Store = new IncidentStore(database, atlas, surroundings.Time);
        this.loggers = loggers;
    }

    public Atlas Atlas { get; }
    public Database Database { get; }
    public IncidentStore Store { get; }

    public static async Task<Workplace> OpenAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        surroundings.Say("reading the gazetteer");
        var atlas = Atlas.Load(surroundings.Content.Data, cancellation);
        var loggers = surroundings.Loggers();
        Database? database = null;
        try
        {
            database = await OpenDatabaseAsync(surroundings, loggers, cancellation);
            var workplace = new Workplace(surroundings, atlas, database, loggers);
            await workplace.Store.PrepareAsync(new ToldAtOnce<string>(surroundings.Say), cancellation);
            return workplace;
        }
        catch
        {
            if (database is not null)
            {
                await database.DisposeAsync();
            }
            loggers.Dispose();
            throw;
        }
    }

    /// <summary>The database alone, migrated.</summary>
    public static Task<Database> OpenDatabaseAsync(Surroundings surroundings, ILoggerFactory loggers, CancellationToken cancellation)
    {
        surroundings.Say("opening the database");
        return Database.OpenAsync(new DatabaseOptions(surroundings.Settings.Database, surroundings.Settings.Home), loggers, surroundings.Time, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        loggers.Dispose();
    }
}
