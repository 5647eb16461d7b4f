using System.Xml.Linq;
using BorderMap.PostGis.People;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BorderMap.Web.Security;

/// <summary>Data Protection's keys in the database.</summary>
public sealed class KeyRepository(ProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
