using BorderMap.PostGis;
using BorderMap.PostGis.People;

namespace BorderMap.Web.Security;

/// <summary>What a caller may write.</summary>
public static class Authorship
{
    /// <summary>Whether they may publish, and see and change what others began.</summary>
    public static bool MayEdit(this Caller? caller) => caller?.Role >= Role.Editor;

    public static Author Author(this Caller caller) => new(caller.Name, OwnDraftsOnly: !caller.MayEdit());
}
