namespace BorderMap.Gazetteer.Loading;

/// <summary>One file of the gazetteer, read whole; <see cref="Name"/> is the path below the gazetteer's folder, for messages and the version.</summary>
internal sealed record GazetteerFile(string Name, byte[] Bytes)
{
    public static GazetteerFile Read(string folder, string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new GazetteerFile(name, File.ReadAllBytes(Path.Combine(folder, name)));
    }

    public RowReader Rows(string header) => new(this, header);
}
