namespace BorderMap.Gazetteer.Index;

/// <summary>One name of one place, as the index stores it.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Name">Index of the name among the place's.</param>
/// <param name="IsCore">The key is the name without its generic words.</param>
/// <param name="IsPreferred">The source ranks the name first in its language.</param>
internal readonly record struct NameReference(int Place, int Name, bool IsCore, bool IsPreferred)
{
    private const int NameBits = 9;
    private const int MostNames = 1 << NameBits;

    /// <summary>All of it in one number: room for 1,048,576 places of 512 names. A place of more names (none has) is found by its first.</summary>
    public int Packed => (((Place << NameBits) | (Name < MostNames ? Name : 0)) << 2) | (IsCore ? 2 : 0) | (IsPreferred ? 1 : 0);

    public static NameReference Unpack(int packed) =>
        new(packed >> (NameBits + 2), (packed >> 2) & (MostNames - 1), (packed & 2) != 0, (packed & 1) != 0);
}
