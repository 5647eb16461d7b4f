using Npgsql;

namespace BorderMap.PostGis.Embeds;

/// <summary>An embed under a short id.</summary>
/// <param name="Id">Its id: <c>e-</c> and ten letters.</param>
/// <param name="Query">The state of the view and the options, as an address has them, without the question mark; empty when it is gone.</param>
/// <param name="Title">What its owner calls it.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Updated">When it was last changed, in UTC.</param>
/// <param name="IsGone">Whether it was deleted.</param>
public sealed record StoredEmbed(string Id, string Query, string? Title, int Version, DateTimeOffset Updated, bool IsGone)
{
    /// <summary>Whose it is, for those who may change it; the public is not told.</summary>
    public string? Owner { get; init; }

    internal const string PublicColumns = "id, query, title, version, updated, is_gone";

    internal static StoredEmbed Read(NpgsqlDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetBoolean(5));
}
