using BorderMap.Benchmarks.Running;
using Npgsql;

namespace BorderMap.Benchmarks.Editing;

/// <summary>What the database holds afterwards, against what the clients were told.</summary>
internal static class AuditTrail
{
    /// <exception cref="InvalidOperationException">An edit was lost, came twice, or stands where the client was not told.</exception>
    public static async Task CheckAsync(OwnCluster cluster, IReadOnlyList<string> ids, IEnumerable<Save> saves, CancellationToken cancellation)
    {
        var told = saves.ToDictionary(save => (save.Id, save.Version), save => save.Mark);
        var (last, seen) = (ids.ToDictionary(id => id, _ => (Version: 0, Notes: "")), 0);
        await using var command = cluster.Database.Editor.CreateCommand("select id, version, doc ->> 'notes' from change where kind = 'incident' and id = any (@ids) order by seq");
        command.Parameters.Add(new NpgsqlParameter("ids", ids.ToArray()));
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
            {
                var (id, version, notes) = (reader.GetString(0), reader.GetInt32(1), reader.GetString(2));
                Expect(version == last[id].Version + 1, $"version {version} of {id} follows {last[id].Version}");
                if (version > 1)
                {
                    Expect(told.TryGetValue((id, version), out var mark), $"nobody was told of version {version} of {id}");
                    Expect(notes == $"{last[id].Notes}{mark}|", $"version {version} of {id} does not stand on the one before");
                    seen++;
                }
                last[id] = (version, notes);
            }
        Expect(seen == told.Count, $"{told.Count} saves were acknowledged and {seen} are in the trail");
        foreach (var (id, (version, notes)) in last)
        {
            var stored = await cluster.AskAsync<string>($"select version || ' ' || (doc ->> 'notes') from document where kind = 'incident' and id = '{id}'", cancellation);
            Expect(stored == $"{version} {notes}", $"{id} is not what was saved last");
        }
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
