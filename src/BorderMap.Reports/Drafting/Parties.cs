using BorderMap.Incidents.Model;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>Who took part in a happening: the forces named in the clauses that tell it, by where they stand to the act.</summary>
internal static class Parties
{
    private static readonly HashSet<string> Grounds = new(StringComparer.Ordinal)
    {
        "soil", "territory", "airspace", "side", "village", "villages", "province", "provinces", "district", "districts", "city", "cities", "town", "towns", "capital", "border", "frontier", "media", "civilians", "civilian", "citizens", "nationals",
        "refugees", "families", "women", "children", "traders", "drivers", "tribesmen", "journalists",
    };

    private static readonly PhraseTable<bool> Reactions = new(LexiconFile.Rows("reactions.tsv", "pattern").Select(row => (row[0], true)));

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
        var before = BeforeOf(passage.Tokens, match);
        before = before is "of" && IsTheirForce(passage.Tokens, match.First) ? "" : before;
        if (isSpeaker || isOutside || found.Exists(actor => actor.Actor == match.Value.Id) || before is "in" or "near" or "inside" or "of" or "into" or "enter" or "entering" or "entered" or "between" && kind is not "armed_clash" and not "ceasefire"
            || IsGround(passage.Tokens, match) || Reacts(passage.Tokens, match, mention))
        {
            return;
        }
        var (role, rule) = RoleOf(passage, mention, match, kind, before);
        found.Add(new DraftActor(match.Value.Id, role, passage.Text.Words(match.First, match.Last), passage.SpanOf(match.First, match.Last), rule));
    }

    /// <summary>The word before an actor, past "the": "from the Pakistani side".</summary>
    private static string BeforeOf(IReadOnlyList<Token> tokens, PhraseMatch<ActorName> match)
    {
        var at = match.First - 1;
        while (at > 0 && match.First - at <= 3 && tokens[at].Key is "the" or "a" or "an" or "across" or "inside")
        {
            if (tokens[at].Key is "inside" && tokens[at - 1].Key is not "from")
            {
                break;
            }
            at--;
        }
        return at < 0 ? "" : tokens[at].Key;
    }

    /// <summary>"the forces of the Islamic Emirate".</summary>
    private static bool IsTheirForce(IReadOnlyList<Token> tokens, int first)
    {
        var at = first - 1;
        at -= at > 1 && tokens[at].Key is "the" ? 1 : 0;
        return at > 0 && tokens[at].Key is "of" && tokens[at - 1].Key is "forces" or "force" or "troops" or "soldiers" or "fighters" or "army" or "mujahideen" or "guards" or "gunners" or "jets" or "drones" or "artillery";
    }

    /// <summary>"Afghan soil", "Pakistani villages": ground and people, no force.</summary>
    private static bool IsGround(IReadOnlyList<Token> tokens, PhraseMatch<ActorName> match) => !match.Value.IsForce && match.Last < tokens.Count && Grounds.Contains(tokens[match.Last].Key);

    /// <summary>Who condemns, urges or mourns does nothing else: "Kabul condemned the strikes", "the strikes were condemned by Kabul".</summary>
    private static bool Reacts(IReadOnlyList<Token> tokens, PhraseMatch<ActorName> match, Mention mention)
    {
        var (from, to) = match.Last <= mention.First ? (match.Last, mention.First) : (Math.Max(mention.Last, match.First - 4), match.First);
        for (var at = from; at < to; at++)
        {
            if (Reactions.At(tokens, at, to) is not null)
            {
                return true;
            }
        }
        return false;
    }

    private static (ActorRole, string) RoleOf(Passage passage, Mention mention, PhraseMatch<ActorName> match, string kind, string before)
    {
        if (kind is "armed_clash" or "crossing_closure" or "crossing_reopening" or "ceasefire" or "fence_dispute")
        {
            return (ActorRole.Party, "a clash or an agreement has parties");
        }
        if (before is "by" or "from")
        {
            return (ActorRole.Initiator, $"after \"{before}\"");
        }
        if (match.Last <= mention.Last && IsSuffered(passage.Tokens, match, mention))
        {
            return (ActorRole.Target, "before a passive");
        }
        return match.First <= mention.First ? (ActorRole.Initiator, "before the act") : (ActorRole.Target, "after the act");
    }

    /// <summary>"Pakistani posts were attacked", "Afghan guards came under fire": what stands before has it done to it.</summary>
    private static bool IsSuffered(IReadOnlyList<Token> tokens, PhraseMatch<ActorName> match, Mention mention)
    {
        for (var at = match.Last; at < mention.Last; at++)
        {
            if (tokens[at].Key is "being" || (tokens[at].Key is "was" or "were" or "been" && at + 1 < tokens.Count && !tokens[at + 1].Key.EndsWith("ing", StringComparison.Ordinal)) || (tokens[at].Key is "came" or "come" or "coming" && at + 1 < mention.Last && tokens[at + 1].Key is "under"))
            {
                return true;
            }
        }
        return false;
    }
}
