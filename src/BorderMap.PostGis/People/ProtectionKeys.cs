namespace BorderMap.PostGis.People;

/// <summary>Where ASP.NET Core's Data Protection keeps its keys: in the database, so that every process of it reads every sign-in. Its interface is synchronous.</summary>
public sealed class ProtectionKeys(Database database)
{
    /// <summary>Every key, as XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var connection = database.Editor.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "select xml from protection_key order by name";
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
            keys.Add(reader.GetString(0));
        return keys;
    }

    public void Add(string name, string xml)
    {
        using var connection = database.Editor.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into protection_key (name, xml) values (@name, @xml)";
        command.Parameters.AddWithValue("name", name);
        command.Parameters.AddWithValue("xml", xml);
        command.ExecuteNonQuery();
    }
}
