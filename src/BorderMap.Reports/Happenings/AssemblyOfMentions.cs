using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Says which tellings are none of their own: told better beside them, outside the border's matters, or over.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words from a word of taking to what was taken.</summary>
    private const int FarthestTaken = 5;

    /// <summary>Words from an aircraft to what it fires.</summary>
    private const int FarthestFired = 5;

    /// <summary>Whether its sentence tells it in better words, as a part of something, or not of what it seems to be.</summary>
    private bool IsToldBetter(Mention mention, List<Mention> here) => mention.Kind switch
    {
        // "In a similar incident, guards uprooted ...": the sentence has a better word for it.
        _ when mention is { Form: ActForm.Weak } && here.Exists(other => other is { Form: not ActForm.Weak, Against: null, Cue: not KindsByWords.Cue } && other.First < mention.Clause.To && other.Last > mention.Clause.From) => true,
        // "In another incident, a driver was killed when his pickup hit a mine": it only says that something happened.
        _ when mention is { Form: ActForm.Weak } && IsOpener(mention) && here.Exists(other => other is { Form: not ActForm.Weak, Against: null, Cue: not KindsByWords.Cue } && other.First > mention.Last && Acts.IsViolent(other.Kind) && !IsPraise(other)) => true,
        // "The raids left four hurt": a general word goes on with what was told, all its words together tell nothing else.
        _ when mention.Cue is KindsByWords.Cue && here.Exists(other => other is { Form: ActForm.Weak, Against: null } && Told(other) is not null) => true,
        // The airspace violated by those who bomb is told with the bombing, unless they bombed another place.
        "airspace_violation" when here.Exists(other => other.Against is null && Acts.GroupOf(other.Kind) is "strike" or "drone_shootdown" && !AreApart(mention, other)) => true,
        // "killing ten and breaking a truce": the strike is told, that it breaks the truce is a view of it.
        "ceasefire_violation" when here.Exists(other => other.Against is null && other.Kind is not "ceasefire_violation" && Acts.GroupOf(other.Kind) is "strike" or "combat" && other.Form is not ActForm.Weak) => true,
        _ when IsTitleOfTable(mention) => true,
        _ when IsOfRelease(mention) => true,
        "detention" or "abduction" when IsOfTheTaken(mention) => true,
        "airspace_violation" when IsOwnFlight(mention) => true,
        "drone_shootdown" when !IsOfAircraft(mention) => true,
        // "came down after bursts of fire from a post": the fire that brought it down.
        "cross_border_fire" or "armed_clash" when mention.Form is not ActForm.Verb && here.Exists(other => other is { Kind: "drone_shootdown", Against: null } && !HasSemicolon(Math.Min(other.Last, mention.Last), Math.Max(other.First, mention.First))) => true,
        "armed_clash" when IsPraise(mention) => true,
        "cross_border_fire" or "shelling" or "armed_clash" when IsAtAircraft(mention, here) => true,
        "infiltration" when mention.Form is not ActForm.Read && (!IsArmed(mention) || IsOfSky(mention)) => true,
        _ when Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening" && (!IsOfCrossing(mention) || IsOtherGate(mention)) => true,
        _ => IsToldInClause(mention, here) || IsCauseTold(mention, here) || IsOfAnother(mention, here),
    };

    /// <summary>"elders asked for the abducted men", "the captured soldiers": who was taken in what was told.</summary>
    private bool IsOfTheTaken(Mention mention) => mention.First > 0 && passage.Tokens[mention.First - 1].Key is "the" or "these" or "those" or "his" or "their" && Participles.Contains(passage.Tokens[mention.First].Key) && Latest.Any(happening => !happening.First.IsRow);

    private static readonly HashSet<string> Participles = new(StringComparer.Ordinal) { "abducted", "kidnapped", "captured", "detained", "arrested", "seized", "apprehended" };

    /// <summary>"Infiltration attempts reported in August", above a table: what its rows tell one by one.</summary>
    private bool IsTitleOfTable(Mention mention) => mention is { IsRow: false, Form: not ActForm.Verb, Own.Count: 0 } && mention.Sentence + 1 < passage.Text.Sentences.Count && passage.RowOf(mention.Sentence + 1) is not null
        && !passage.Tokens[passage.Text.Sentences[mention.Sentence].Last - 1].IsMark('.');

    /// <summary>"freed five soldiers captured in border fighting in March", "the men handed over on Tuesday had been held for four months": how they were taken is named in passing, with no day of its own.</summary>
    private bool IsOfRelease(Mention mention)
    {
        var from = passage.Text.Sentences[mention.Sentence].First;
        var isOfTaking = Acts.GroupOf(mention.Kind) is "custody" || (Acts.GroupOf(mention.Kind) is "combat" && mention.Form is not ActForm.Verb && Enumerable.Range(Math.Max(from, mention.First - FarthestTaken), mention.First - Math.Max(from, mention.First - FarthestTaken)).Any(at => passage.Tokens[at].Key is "captured" or "taken" or "seized" or "held"));
        return isOfTaking && !mention.IsRow && !passage.TimesIn(mention.Sentence).Any(time => time.First >= mention.First && time is { Precision: DatePrecision.Day or DatePrecision.Range, IsDated: true })
            && Enumerable.Range(from, mention.First - from).Any(at => passage.Tokens[at].Key is "released" or "freed" or "frees" or "releases" or "repatriated" || (at + 1 < mention.First && (passage.Tokens[at].Key, passage.Tokens[at + 1].Key) is ("handed", "over" or "back") or ("let", "go") or ("set", "free")));
    }

    /// <summary>"In another incident", "In a separate attack": at the head of a sentence, up to its comma.</summary>
    private bool IsOpener(Mention mention)
    {
        var first = passage.Text.Sentences[mention.Sentence].First;
        return passage.Tokens[first].Key is "in" && mention.First - first <= FarthestTaken && passage.Tokens[first + 1].Key is "another" or "a" or "one" or "the";
    }

    private bool IsOfOutside(Mention mention, List<Mention> here) =>
        // "In the city, army and insurgents fought for the jail": what is of another war goes on with nothing that is of the border.
        (mention is { Form: not ActForm.Weak, IsDefinite: false, Denial: null } && Acts.IsViolent(mention.Kind) && scope.Of(mention.Sentence).Outside)
        // "a car bomb killed five in Bannu, an attack claimed by ..."
        || (mention is { Form: ActForm.Weak } && here.Exists(other => other.First < mention.First && outside.Contains(other)) && !here.Exists(other => byMention.ContainsKey(other)))
        || (mention is { Form: ActForm.Weak, IsDefinite: true, Own.Count: 0 } && LastViolent(mention) is { } meant && outside.Contains(meant));

    private (string Why, string Cue)? WhyNone(Mention mention, List<Mention> here) => IsPutOff(mention) ? ("forecast", "put off")
        : IsOpenInPart(mention) || IsOpenAsEver(mention, here) ? ("state", "open, and not told shut")
        : IsHalfOpen(mention, here) || IsPastClosure(mention, here) ? ("ended", "reopened")
        : IsTruceKept(mention) || IsTruceInPassing(mention) ? ("state", "a truce agreed before")
        : IsRollUp(mention) ? ("roll-up", "many places told before") : null;

    /// <summary>"the gate to Iran was closed": no gate between the two.</summary>
    private bool IsOtherGate(Mention mention) => Enumerable.Range(mention.First, Math.Min(mention.Last + 2, passage.Tokens.Count) - mention.First).Any(at => passage.Tokens[at].Key is "iran" or "iranian");

    /// <summary>"They saw helicopters over Ghakhi Pass", "helicopters flew 150 sorties to the villages": in Pakistan its own, and those that bring help are welcome.</summary>
    private bool IsOwnFlight(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        var (isHelicopter, isOther, isRelief) = (false, false, false);
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            isHelicopter |= passage.Tokens[at].Key is "helicopter" or "helicopters" or "chopper" or "choppers";
            isOther |= passage.Tokens[at].Key is "drone" or "drones" or "jet" or "jets" or "quadcopter" or "plane" or "planes" or "aircraft" or "airspace" or "intruded" or "violated";
            isRelief |= passage.Tokens[at].Key is "sorties" or "relief" or "rescue" or "rescued" or "evacuate" or "evacuated" or "ferried" or "supplies" or "aid";
        }
        return isHelicopter && !isOther && (isRelief || (!scope.SidesIn(mention.Sentence).Contains("AF") && PlacesOf(mention) is { Count: > 0 } places && places.All(scene => scene.Place is { Country: "PK" })));
    }

    /// <summary>"..., although both sides agreed to keep the truce": named in passing, it was made before, on a day that is not told here.</summary>
    private bool IsTruceKept(Mention mention) => mention is { Kind: "ceasefire" } && passage.Tokens[mention.Clause.From].Key is "although" or "though" or "while" or "whereas" or "but" && Enumerable.Range(Math.Max(0, mention.First - 1), mention.Last - Math.Max(0, mention.First - 1)).Any(at => passage.Tokens[at].Key is "keep" or "uphold" or "maintain" or "preserve" or "respect" or "continue" or "honour" or "honor" or "consolidate" or "strengthen" or "abide" or "retain"
        && passage.Tokens[Math.Max(0, at - 1)].Key is "to" or "and" or "would" or "will");

    /// <summary>"70 died in October before Qatar brokered a truce", "Qatar brokered a truce, but the talks failed" below a raid: named in passing, with no day of its own.</summary>
    private bool IsTruceInPassing(Mention mention) => mention is { Kind: "ceasefire", IsRow: false, Own.Count: 0 } && (mention.Time is { Precision: DatePrecision.Month }
        || (mention.TimeRule is "publication" && mention.Sentence >= HeadOfReport && IsMediated(mention) && Latest.Any(happening => Acts.IsViolent(happening.Kind))));

    /// <summary>Sentences at the head of a report, which tell its news.</summary>
    private const int HeadOfReport = 3;

    /// <summary>"Qatar brokered a ceasefire", "under a truce mediated by Turkey", "talks in Doha produced a truce".</summary>
    private bool IsMediated(Mention mention) => Enumerable.Range(mention.First, mention.Last - mention.First).Any(at => passage.Tokens[at].Key is "brokered" or "brokering" or "mediated" or "negotiated" or "arranged" or "secured" or "produced" or "brought" or "brings" or "won" or "obtained" or "led");

    /// <summary>"The gate, closed after the ambush, opened again": the deed told before, wherever the gate is.</summary>
    private bool IsCauseTold(Mention mention, List<Mention> here) => mention is { IsDefinite: true, Form: not ActForm.Verb } && mention.First > 1 && passage.Tokens[mention.First - 2].Key is "after" or "following" or "since" or "over"
        && here.Exists(other => Acts.GroupOf(other.Kind) is "crossing_closure" or "crossing_reopening") && Latest.Any(happening => happening.Group == Acts.GroupOf(mention.Kind) || Acts.IsViolent(happening.Kind));

    /// <summary>"victims of the raids which jets carried out at Laman on Tuesday": the clause tells it, with its place and day.</summary>
    private bool IsToldInClause(Mention mention, List<Mention> here) => mention is { Form: not ActForm.Verb, IsDefinite: true } && mention.Last < passage.Tokens.Count && passage.Tokens[mention.Last].Key is "which" or "that"
        && here.Exists(other => other.First > mention.Last && other is { Against: null, Own.Count: > 0 } && Acts.GroupOf(other.Kind) == Acts.GroupOf(mention.Kind));

    /// <summary>"a bomb hit a patrol": what the bomb hit is no attack beside it; "a bomb planted by men who had slipped across": nor is what those did before.</summary>
    private bool IsOfAnother(Mention mention, List<Mention> here) => mention.Kind switch
    {
        "ground_attack" => mention.Form is ActForm.Verb && here.Exists(other => other.First < mention.First && !(mention.Clause.From > other.Last && passage.Tokens[mention.Clause.From - 1].IsMark(',')) && other is { Against: null, Form: not ActForm.Weak } && !HasSemicolon(other.Last, mention.First) && (Acts.GroupOf(other.Kind) is "explosive" or "strike" || other.Kind is "shelling" or "rocket_attack")),
        // "an armed drone, believed Pakistani, fired two missiles": the strike in other words.
        "rocket_attack" or "shelling" => mention is { Form: ActForm.Verb, IsAnother: false } && here.Exists(other => other is { Against: null, Form: not ActForm.Weak } && Acts.GroupOf(other.Kind) is "strike" && other.First < mention.First && mention.First - other.Last <= FarthestFired && !HasSemicolon(other.Last, mention.First)),
        // Who cut a fence to attack a post, or was shot at beside it, had no dispute over it.
        "fence_dispute" when passage.Tokens[mention.Clause.From].Key is "after" or "because" or "when" && here.Exists(other => other is { Against: null, Form: not ActForm.Weak } && other.Last <= mention.Clause.From && Acts.GroupOf(other.Kind) is "combat" or "custody") => true,
        "fence_dispute" => here.Exists(other => other is { Against: null, Form: not ActForm.Weak } && Acts.IsViolent(other.Kind) && other.Kind is not "armed_clash"),
        // "crossed the fence and stormed a post": the way to the deed.
        "infiltration" when !mention.Cue.StartsWith("infiltrat", StringComparison.Ordinal) && here.Exists(other => other.First > mention.First && other is { Against: null, Form: not ActForm.Weak, Kind: "ground_attack" or "post_capture" or "abduction" or "suicide_attack" or "ied_attack" }) => true,
        // "carried away several bodies": their own dead.
        "abduction" => Enumerable.Range(mention.First, Math.Min(mention.Last + FarthestTaken, passage.Tokens.Count) - mention.First).TakeWhile(at => at < mention.Last || (passage.Tokens[at].Kind is not TokenKind.Mark && passage.Tokens[at].Key is not ("and" or "but" or "who" or "while"))).Any(at => passage.Tokens[at].Key is "bodies" or "corpses" or "dead" or "wounded" or "casualties" or "injured" or "hurt" or "remains"
            or "wire" or "rolls" or "coils" or "spools" or "poles" or "posts" or "pickets" or "weapons" or "arms" or "ammunition" or "equipment" or "goods" or "sheep" or "goats" or "cattle" or "livestock"),
        // "movement was picked up by own troops": seen, and nobody was taken.
        "detention" when Enumerable.Range(mention.First, mention.Last - mention.First).Any(at => passage.Tokens[at].Key is "wounded" or "injured") => true,
        "detention" => mention.Cue.StartsWith("picked", StringComparison.Ordinal) && Enumerable.Range(passage.Text.Sentences[mention.Sentence].First, mention.First - passage.Text.Sentences[mention.Sentence].First).Any(at => passage.Tokens[at].Key is "movement" or "movements" or "signal" or "signals" or "chatter" or "drone" or "drones"),
        "infiltration" => passage.Tokens[mention.Clause.From].Key is "who" or "which" or "that" && here.Exists(other => !ReferenceEquals(other, mention) && other is { Against: null, Form: not ActForm.Weak } && Acts.IsViolent(other.Kind) && other.Kind is not "infiltration"),
        _ => false,
    };

    private static readonly HashSet<string> Praises = new(StringComparer.Ordinal) { "gallantly", "bravely", "valiantly", "courageously", "heroically", "fearlessly", "boldly", "valorously", "brave", "gallant", "valiant", "heroic", "courageous", "spirited" };

    /// <summary>"embraced martyrdom while fighting gallantly": how a man fell in what was told.</summary>
    private bool IsPraise(Mention mention) => Enumerable.Range(Math.Max(0, mention.First - 2), Math.Min(passage.Tokens.Count, mention.Last + 2) - Math.Max(0, mention.First - 2)).Any(at => Praises.Contains(passage.Tokens[at].Key)) && Latest.Any(happening => Acts.IsViolent(happening.Kind) && mention.Sentence >= happening.LastSentence);

    /// <summary>"the third intrusion in our sky": what aircraft do, and no men.</summary>
    private bool IsOfSky(Mention mention) => mention.Cue.StartsWith("intrusion", StringComparison.Ordinal) && passage.Text.Sentences[mention.Sentence] is var sentence
        && Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "sky" or "skies" or "airspace" or "aerial" || Aircraft.Contains(passage.Tokens[at].Key));

    /// <summary>Traders and trucks cross a border too: those who infiltrate bear arms.</summary>
    private bool IsArmed(Mention mention)
    {
        if (mention.Cue.StartsWith("infiltrat", StringComparison.Ordinal) || mention.Cue.StartsWith("intrusion", StringComparison.Ordinal))
        {
            return true;
        }
        var from = passage.Text.Sentences[Math.Max(0, mention.Sentence - (mention.IsRow ? 0 : mention.Cue.Contains("intercept", StringComparison.Ordinal) ? Farthest : 1))].First;
        // "foiled a bid to enter near Datta Khel. Two of the intruders were shot dead": who they were is often told next.
        var to = passage.Text.Sentences[!mention.IsRow && mention.Sentence + 1 < passage.Text.Sentences.Count && passage.SameBlock(mention.Sentence, mention.Sentence + 1) ? mention.Sentence + 1 : mention.Sentence].Last;
        return Enumerable.Range(from, to - from).Any(at => Figures.People.CategoryAt(passage.Tokens, at, to) is "armed_group" or "combatants")
            || ActorNames.Find(passage.Tokens, from, to).Exists(match => match.Value is { IsForce: true, Side: "other" });
    }

    /// <summary>The act of violence told last before a general word for one.</summary>
    private Mention? LastViolent(Mention mention)
    {
        for (var sentence = mention.Sentence; sentence >= Math.Max(0, mention.Sentence - 1); sentence--)
        {
            if (bySentence[sentence].LastOrDefault(other => other.First < mention.First && (other.Form is not ActForm.Weak || outside.Contains(other)) && Acts.IsViolent(other.Kind)) is { } last)
            {
                return last;
            }
        }
        return null;
    }
}
