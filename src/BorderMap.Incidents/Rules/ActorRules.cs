using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static class ActorRules
{
    public static void Check(Actor actor, ValidationContext context, Findings findings)
    {
        if (!Ids.IsActor(actor.Id) || actor.Id.Length > Limits.Key)
            findings.Add("bad-id", "id", actor.Id, $"'{Problems.Shorten(actor.Id)}' is no actor's id.", "Write a slug of a-z, 0-9 and single hyphens, such as pak-military.");
        findings.Line("name", actor.Name, Limits.Name, isRequired: true);
        if (actor.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
            findings.Add("bad-country", "country", country, $"'{Problems.Shorten(country)}' is no country code.", "Write two capital letters (ISO 3166-1), such as AF or PK, or leave it out.");
        findings.Known("part_of", actor.PartOf, context.Actors, "actor");
        if (actor.PartOf == actor.Id)
            findings.Add("part-of-itself", "part_of", actor.PartOf, "The actor is part of itself.", "Name the organisation above it, or leave it out.");
        findings.Each("aliases", actor.Aliases, Limits.Items, (field, alias) => findings.Line(field, alias, Limits.Name, isRequired: true));
    }
}
