using System.Text.Json;

namespace BorderMap.Incidents.Reviewing;

/// <summary>One field that two versions of a document have differently.</summary>
/// <param name="Path">Where: members with dots, items of a list by what names them (<c>claims[c-aaaaaaaaaa].killed.max</c>, <c>actors[pak-military/party].words</c>),
/// or by their number where nothing names them apart. <c>claims[].id</c> tells that the same items stand in another order.</param>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is not there any more.</param>
public sealed record FieldDifference(string Path, JsonElement? Before, JsonElement? After);
