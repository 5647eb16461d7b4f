using BorderMap.Incidents.Model;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>Who took part in a happening: the forces named in the clauses that tell it, by where they stand to the act.</summary>
internal static class Parties
{
    public static List<DraftActor> Of(Passage passage, Happening happening)
    {
        var found = new List<DraftActor>();
        foreach (var mention in happening.Mentions)
        {
            var sentence = passage.Text.Sentences[mention.Sentence];
            foreach (var match in ActorNames.Find(passage.Tokens, sentence.First, sentence.Last))
            {
                if (match.Value.IsForce || (match.Value.Side is "AF" or "PK" && IsNextTo(match, mention)))
                {
                    Add(passage, mention, match, happening.Kind, found);
                }
            }
        }
        return found;
    }

    private static bool IsNextTo(PhraseMatch<ActorName> match, Mention mention) => match.First >= mention.Clause.From && match.Last <= mention.Clause.To && match.First < mention.Last;

    private static void Add(Passage passage, Mention mention, PhraseMatch<ActorName> match, string kind, List<DraftActor> found)
    {
        var isSpeaker = passage.Speakers.In(mention.Sentence).Any(speech => speech.First >= 0 && match.First >= speech.First && match.Last <= speech.Last);
        var isOutside = match.First < mention.Clause.From || match.Last > mention.Clause.To;
        if (isSpeaker || isOutside || found.Exists(actor => actor.Actor == match.Value.Id) || (match.First > 0 && passage.Tokens[match.First - 1].Key is "in" or "near" or "inside" or "of"))
        {
            return;
        }
        var (role, rule) = RoleOf(passage, mention, match, kind);
        found.Add(new DraftActor(match.Value.Id, role, passage.Text.Words(match.First, match.Last), passage.SpanOf(match.First, match.Last), rule));
    }

    private static (ActorRole, string) RoleOf(Passage passage, Mention mention, PhraseMatch<ActorName> match, string kind)
    {
        if (kind is "armed_clash" or "crossing_closure" or "crossing_reopening" or "ceasefire" or "fence_dispute")
        {
            return (ActorRole.Party, "a clash or an agreement has parties");
        }
        if (match.First > 0 && passage.Tokens[match.First - 1].Key is "by" or "from")
        {
            return (ActorRole.Initiator, "after \"by\"");
        }
        return match.First < mention.Last ? (ActorRole.Initiator, "before the act") : (ActorRole.Target, "after the act");
    }
}
