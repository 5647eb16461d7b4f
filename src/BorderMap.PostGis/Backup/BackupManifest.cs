namespace BorderMap.PostGis.Backup;

/// <summary>What a backup file says of itself.</summary>
/// <param name="Format"><c>bordermap-backup/1</c>.</param>
/// <param name="At">The instant of the snapshot (UTC).</param>
/// <param name="Schema">The last migration: a program that knows fewer cannot restore it.</param>
/// <param name="Postgres">The server's major version.</param>
/// <param name="PostgisSchema">Where the PostGIS extension lay: types are written with it.</param>
/// <param name="Pub">The public sequence.</param>
/// <param name="Rows">Rows of each table.</param>
/// <param name="Bytes">The length of the dump.</param>
/// <param name="Sha256">Of the dump.</param>
public sealed record BackupManifest(string Format, DateTimeOffset At, int Schema, int Postgres, string PostgisSchema, long Pub,
    IReadOnlyDictionary<string, long> Rows, long Bytes, string Sha256)
{
    public const string CurrentFormat = "bordermap-backup/1";
}
