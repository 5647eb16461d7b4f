using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>Gathers tolls to claims: one claimant on one harmed group, killed and injured together, nothing added or averaged between claimants.</summary>
internal sealed class ClaimMaker(Passage passage)
{
    private const int FarthestAddition = 2;
    private const int LongestJoint = 2;

    private sealed class Gathered(Toll first, Speech? speech, string? side)
    {
        public List<Toll> Tolls { get; } = [first];
        public Speech? Speech { get; set; } = speech;
        public string? Side { get; set; } = side;
        public string? Category { get; set; } = first.Category;
        public bool IsPart => Tolls[0].IsPart;

        /// <summary>Puts a figure in the place of the one that it adds to.</summary>
        public void Raise(Toll told, Toll raised) => Tolls[Tolls.IndexOf(told)] = raised;

        /// <summary>Of a count that a later one replaces.</summary>
        public bool IsEarlier => Tolls[0].IsEarlier;

        public Toll? Of(Outcome outcome) => Tolls.Find(toll => toll.Outcome == outcome);
    }

    public List<DraftClaim> Of(IReadOnlyList<(Toll Toll, Speech? Speech)> tolls)
    {
        var claims = new List<Gathered>();
        tolls = SpokenBehind.Settle(passage, Partings.Settle(passage, tolls));
        foreach (var (toll, speech) in tolls)
        {
            // What a headline counts, the text below tells with its claimant.
            if (passage.IsHeading(passage.Text.SentenceOf[toll.First]) && tolls.Any(other => other.Toll.Outcome == toll.Outcome && !passage.IsHeading(passage.Text.SentenceOf[other.Toll.First])))
            {
                continue;
            }
            if (OthersFigures.IsDoubted(passage, toll, speech, tolls))
            {
                continue;
            }
            var side = SideOf(toll, speech);
            if (AddsTo(claims, toll, speech, side))
            {
                continue;
            }
            if (claims.Exists(claim => IsRepeated(claim, toll, speech, side) || IsOfHurt(claim, toll, speech, side)))
            {
                continue;
            }
            var isOfOne = !tolls.Any(other => other.Toll != toll && other.Toll.IsZero && other.Toll.First == toll.First);
            if (claims.FindLast(claim => IsGoneOnWith(claim, toll, speech, side)) is { } told)
            {
                told.Tolls.Add(toll);
                told.Speech = speech;
                continue;
            }
            // Who has told of dead himself goes on with nobody else's.
            var isFirst = !claims.Exists(claim => claim.Of(Outcome.Killed) is not null && IsSame(claim.Speech, speech));
            if (claims.FindLast(claim => Belongs(claim, toll, speech, side, isOfOne, isFirst)) is { } home)
            {
                home.Tolls.Add(toll);
                home.Side ??= side;
                // "three women dead, four villagers hurt": together they are neither women nor children alone.
                home.Category = home.Category is "women" or "children" && toll.Category is { } other && other != home.Category && !People.IsFighting(other) ? "civilians" : home.Category ?? toll.Category;
            }
            else
            {
                claims.Add(new Gathered(toll, speech, side));
            }
        }
        var written = claims.ConvertAll(Written);
        return [.. written.Select((claim, i) => EarlierOf(claims, i) is { } earlier ? claim with { Claim = claim.Claim with { Supersedes = written[earlier].Claim.Id } } : claim)];
    }

    /// <summary>"Six died and a seventh followed", "nine were killed and two more died later": seven, eleven, where one claimant tells both of one group.</summary>
    private bool AddsTo(List<Gathered> claims, Toll toll, Speech? speech, string? side)
    {
        if (toll is not { IsPart: false, IsEarlier: false, Min: > 0, Max: not null })
        {
            return false;
        }
        // "a further 17 were killed the next night" is a count of its own; who died later adds to those who died.
        var isLater = toll.Cue.StartsWith("died", StringComparison.Ordinal) || toll.Cue.StartsWith("succumbed", StringComparison.Ordinal);
        var isMore = toll.Rank > 0 || toll.IsAdded;
        var before = claims.FindLast(claim => !claim.IsPart && !claim.IsEarlier && claim.Of(toll.Outcome) is { Min: > 0, IsZero: false } told && IsSame(claim.Speech, speech) && SideFits(claim.Side, side)
            && (isMore ? IsNear(told, toll, toll.Rank > 0 || isLater) && CategoryFits(claim.Category, toll.Category) && !AreOtherForces(claim.Category, toll.Category) : AreListed(told, toll)));
        if (before?.Of(toll.Outcome) is not { } first || (toll.Rank > 0 && first.Min != toll.Rank - 1) || IsOfDeadBetween(claims, first, toll))
        {
            return false;
        }
        before.Raise(first, first with { Min = first.Min + toll.Min, Max = first.Max + toll.Max });
        return true;
    }

    /// <summary>"nine died and six were hurt; the raiders lost four, with two more hurt": the two go with the dead told last.</summary>
    private bool IsOfDeadBetween(List<Gathered> claims, Toll told, Toll toll) => toll is { Rank: 0, Outcome: Outcome.Injured } && claims.Exists(other => other.Of(toll.Outcome) is null && other.Of(Outcome.Killed) is { IsZero: false, IsPart: false } dead && dead.First > told.Last && dead.Last <= toll.First && passage.Text.SentenceOf[dead.First] == passage.Text.SentenceOf[toll.First]);

    /// <summary>"left a guard dead, a cook critical and a boy with a cut": told one by one in one sentence.</summary>
    private bool AreListed(Toll told, Toll toll) => IsOne(told) && IsOne(toll) && told.FigureFirst < toll.FigureFirst && passage.Text.SentenceOf[told.First] == passage.Text.SentenceOf[toll.First]
        && Enumerable.Range(told.FigureLast, toll.FigureFirst - told.FigureLast).All(at => !passage.Tokens[at].IsMark(';') && passage.Tokens[at].Key is not ("while" or "when" or "after" or "before" or "but"));

    private bool IsOne(Toll toll) => toll is { Min: 1, Max: 1, Side: not "other" } && passage.Tokens[toll.FigureFirst].Key is "a" or "an" or "the" or "his" or "her" or "their";

    private bool IsNear(Toll told, Toll toll, bool isLater) => passage.Text.SentenceOf[toll.First] - passage.Text.SentenceOf[told.First] is >= 0 and var far && far <= (isLater ? FarthestAddition : 0);

    /// <summary>The count of the same claimant and group that a claim replaces: "rose to 12 from nine".</summary>
    private static int? EarlierOf(List<Gathered> claims, int number) => !claims[number].IsEarlier
        && claims.FindIndex(earlier => earlier.IsEarlier && claims[number].Of(earlier.Tolls[0].Outcome) is not null && IsSame(earlier.Speech, claims[number].Speech) && SideFits(earlier.Side, claims[number].Side)) is >= 0 and var found ? found : null;

    /// <summary>Claims of things taken, destroyed or lost, one a claimant and sentence.</summary>
    public IEnumerable<DraftClaim> Of(IReadOnlyList<(Thing Thing, Speech? Speech)> things) =>
        things.GroupBy(told => (told.Speech?.Words, passage.Text.SentenceOf[told.Thing.First])).Select(group =>
        {
            var (first, last) = (group.Min(told => told.Thing.First), group.Max(told => told.Thing.Last));
            var speech = group.First().Speech;
            return new DraftClaim
            {
                Claim = new Claim
                {
                    About = ClaimAbout.Objects,
                    Claimant = speech?.Actor?.Id,
                    Speaker = speech?.Words is { Length: <= 200 } words ? words : null,
                    Objects = [.. group.Select(told => new ClaimedObject(told.Thing.Item, told.Thing.Effect, told.Thing.Min ?? (told.Thing.Max is null ? null : 0), told.Thing.Max))],
                    Span = SpanOf(first, last),
                },
                Claimant = speech?.Words,
                ClaimantSpan = speech?.Span,
                Span = passage.SpanOf(first, last),
                Rule = RuleOf(speech),
                Cue = passage.Text.Words(first, first + 1),
            };
        });

    private static string RuleOf(Speech? speech) => speech is null ? "unattributed" : speech.IsCarried ? "speaker of the sentence before" : speech.First < 0 ? "pronoun" : speech.Via is { } via ? $"quoted by {via}" : "speaker of the clause";

    /// <summary>The side of the harmed: "our" is the speaker's, "enemy" the other's.</summary>
    private static string? SideOf(Toll toll, Speech? speech) => toll.Side ?? (speech?.Actor?.Side, toll) switch
    {
        ("AF", { IsOfSpeaker: true }) => "AF",
        ("PK", { IsOfSpeaker: true }) => "PK",
        ("AF", { IsOfEnemy: true }) => "PK",
        ("PK", { IsOfEnemy: true }) => "AF",
        // The Taliban's own are mujahideen and guards; "soldiers" are those of the other side.
        ("AF", { Category: "soldiers", IsOfSpeaker: false }) when speech!.Actor!.Id is "afg-defence-ministry" or "afg-taliban-government" or "afg-taliban-forces" => "PK",
        // "14 Taliban fighters were killed, the army said. Three soldiers were hurt": of its own.
        ("PK", { Category: "soldiers", IsOfEnemy: false }) => "PK",
        _ => null,
    };

    /// <summary>The same figure of the same group again, by the same claimant, or first in the report's own voice and then by its claimant.</summary>
    private bool IsRepeated(Gathered claim, Toll toll, Speech? speech, string? side)
    {
        if (claim.Of(toll.Outcome) is not { } told || told.Min != toll.Min || told.Max != toll.Max || !SideFits(claim.Side, side) || toll.IsVague || toll.IsPart != claim.IsPart || toll.IsEarlier != claim.IsEarlier
            // "nine dead on the Afghan side and nine on the Pakistani side"
            || (side is not null && claim.Side is null && passage.Text.SentenceOf[told.First] == passage.Text.SentenceOf[toll.First])
            // "two guards and two villagers": as many, but others.
            || (!CategoryFits(claim.Category, toll.Category) && (passage.Text.SentenceOf[told.First] == passage.Text.SentenceOf[toll.First] || told.Min is 1)))
        {
            return false;
        }
        if (claim.Speech is null && speech is not null)
        {
            // Told again by its claimant: what follows there goes on with it.
            claim.Speech = speech;
            claim.Raise(told, toll);
            return true;
        }
        return speech is null || IsSame(claim.Speech, speech);
    }

    /// <summary>"27 were hurt, a doctor said. Five were in critical condition": how some of those fare who were counted before.</summary>
    private bool IsOfHurt(Gathered claim, Toll toll, Speech? speech, string? side) => toll is { Outcome: Outcome.Injured, IsZero: false, Min: { } few, IsAdded: false } && claim.Of(Outcome.Injured) is { Min: { } many } told && few < many && SideFits(claim.Side, side) && (speech is null || claim.Speech is null || IsSame(claim.Speech, speech))
        && passage.Text.SentenceOf[toll.First] - passage.Text.SentenceOf[told.First] is >= 0 and <= FarthestAddition && !AreOthers(toll) && Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => passage.Tokens[at].Key is "critical" or "critically" or "serious" or "seriously" or "grave" or "precarious" or "unconscious" or "intensive" or "surgery" or "operated" or "stable" or "condition" or "referred");

    // A nought of one harm alone, "no loss of life", goes with the wounded of the sentence before; "no casualties" is of others.
    private bool Belongs(Gathered claim, Toll toll, Speech? speech, string? side, bool isOfOne, bool isFirst) =>
        claim.Of(toll.Outcome) is null && (IsSame(claim.Speech, speech) || GoesOnUnsaid(claim, toll, speech) || (isFirst && IsSaidForThem(claim, toll, speech))) && SideFits(claim.Side, side) && !(speech?.Actor?.Side is null && IsOwnAndOther(claim.Tolls[0], toll)) && ((CategoryFits(claim.Category, toll.Category) && !AreOtherForces(claim.Category, toll.Category)) || (!AreArmedAndUnarmed(claim.Tolls[^1], toll) && (AreJoined(claim.Tolls[^1], toll) || AreBeside(claim.Tolls[^1], toll)))) && claim.IsPart == toll.IsPart && claim.IsEarlier == toll.IsEarlier && !IsOfOtherForce(claim, toll) && !IsOfNamedSide(claim, toll) && !AreMujahideenAndSoldiers(claim.Tolls[^1], toll) && !HarmedApart.Are(passage, claim.Tolls[^1], toll) && !IsOfOtherSide(claim.Tolls[^1], toll)
        && claim.Tolls[0].IsZero == toll.IsZero | ((claim.Tolls[0].Outcome == Outcome.Killed != (toll.Outcome == Outcome.Killed) && passage.Text.SentenceOf[toll.First] - passage.Text.SentenceOf[claim.Tolls[0].First] <= (toll.IsZero && !isOfOne ? -1 : toll.IsZero || claim.Tolls is [{ IsZero: true, Outcome: Outcome.Killed }] ? 1 : 0)))
        && passage.Text.SentenceOf[toll.First] - passage.Text.SentenceOf[claim.Tolls[^1].First] <= (toll.Outcome is Outcome.Captured ? 0 : 3);

    /// <summary>"he put the loss at one guard; ten more were hurt": nobody else says it within the sentence.</summary>
    private bool GoesOnUnsaid(Gathered claim, Toll toll, Speech? speech) => claim.Speech is not null && speech is null && !toll.IsZero && claim.Tolls[^1].Last <= toll.First && passage.Text.SentenceOf[toll.First] == passage.Text.SentenceOf[claim.Tolls[^1].First] && AreOthers(toll);

    /// <summary>"three were martyred, police said. Four were hurt, District Police Officer Malik Habib added": who speaks for those named before goes on with their figure.</summary>
    private bool IsSaidForThem(Gathered claim, Toll toll, Speech? speech) => claim is { Speech: not null, Tolls: [{ IsZero: false } told] } && speech is not null && toll is { IsZero: false, IsVague: false } && passage.Text.SentenceOf[toll.First] - passage.Text.SentenceOf[told.First] is var far && (far is 1 or 2 || (far is 0 && SameSpeakers.IsOfIt(speech)))
        && ((told.Outcome, toll.Outcome) is (Outcome.Killed, Outcome.Injured) ? speech.Actor?.Id == (claim.Speech.Actor?.Id ?? "") || SameSpeakers.SpeaksFor(claim.Speech, speech)
            : (told.Outcome, toll.Outcome) is (Outcome.Injured, Outcome.Killed) && (AreOthers(toll) || SameSpeakers.IsOfIt(speech)) && SameSpeakers.SpeaksFor(claim.Speech, speech));

    /// <summary>"killing nine of them. Three soldiers were hurt": who is first named with the second figure is none of those that the first only points at.</summary>
    private bool IsOfOtherForce(Gathered claim, Toll toll) => claim is { Category: null } && claim.Tolls is [{ IsZero: false, IsVague: false, Outcome: Outcome.Killed } told] && toll is { IsZero: false, Outcome: Outcome.Injured } && People.IsFighting(toll.Category) && told.First < toll.First && !AreJoined(told, toll);

    /// <summary>"two border policemen were hurt, and he put the Pakistani dead at six": the side is named to tell them from those before.</summary>
    private bool IsOfNamedSide(Gathered claim, Toll toll) => claim is { Side: null, Category: not null } && toll is { Side: "AF" or "PK", IsZero: false } && toll.FigureFirst > toll.First && Enumerable.Range(toll.First - 1, toll.FigureFirst - toll.First).Any(at => at >= 0 && passage.Tokens[at].Key is "pakistani" or "afghan" or "taliban");

    /// <summary>"seven of the soldiers fell, and on his side four got wounds", "a guard died. On the Pakistani side two were hurt": words between two figures that turn to the other side.</summary>
    private bool IsOfOtherSide(Toll told, Toll toll) => Enumerable.Range(told.Last, Math.Max(0, toll.Last - told.Last)).Any(at => passage.Tokens[at].Key is "side" or "bank" or "part" && (passage.Tokens[at - 1].Key is "his" or "her" or "its" or "our" or "their" or "own" or "other" or "this" || (passage.Tokens[at - 1].Key is "afghan" or "pakistani" or "taliban" && passage.Text.SentenceOf[at] != passage.Text.SentenceOf[told.First]))
        && (passage.Text.SentenceOf[told.First] != passage.Text.SentenceOf[toll.First] || Enumerable.Range(told.Last, at - told.Last).Any(before => passage.Tokens[before].Kind is TokenKind.Mark || passage.Tokens[before].Key is "and" or "but" or "while")));

    /// <summary>"Driver killed, two guards injured": the dead and the hurt told in one breath, without a clause for each; raiders and those they fought are none such.</summary>
    private bool AreBeside(Toll told, Toll toll) => told is { Outcome: Outcome.Killed, IsZero: false, Category: not ("armed_group" or "combatants"), IsOfSpeaker: false, IsOfEnemy: false, IsVague: false } && toll is { Outcome: Outcome.Injured, IsZero: false, Category: not ("armed_group" or "combatants"), IsOfSpeaker: false, IsOfEnemy: false, IsVague: false }
        && toll.First - told.Last is > 0 and <= LongestJoint && Enumerable.Range(told.Last, toll.First - told.Last).All(at => passage.Tokens[at].IsMark(',') || passage.Tokens[at].Key is "and" or "but" or "while" or "that" or "of") && passage.Text.SentenceOf[told.First] == passage.Text.SentenceOf[toll.First] && !HasClause(toll);

    private bool HasClause(Toll toll) => Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => passage.Tokens[at].Key is "was" or "were" or "had" or "has" or "have" or "is" or "are" or "took" or "lost" or "received" or "suffered" or "sustained");

    /// <summary>"left an inspector dead and a driver wounded": what "and" alone joins, without a clause of its own, is told of one group.</summary>
    private bool AreJoined(Toll told, Toll toll)
    {
        var (from, to) = (told.Last, toll.First);
        from += from < to && passage.Tokens[from].Key is "dead" or "killed" or "martyred" or "wounded" or "injured" or "hurt" ? 1 : 0;
        var isHurtBeside = told.Outcome is Outcome.Killed && toll.Outcome is Outcome.Injured;
        return to - from is > 0 and <= LongestJoint && (passage.Tokens[from].Key is "and" || (isHurtBeside && passage.Tokens[from].IsMark(','))) && Enumerable.Range(from + 1, to - from - 1).All(at => passage.Tokens[at].IsWord)
            && !told.IsOfSpeaker && !toll.IsOfSpeaker && !told.IsOfEnemy && !toll.IsOfEnemy
            && !HasClause(toll);
    }

    /// <summary>"... killing five clerks. Nine others were hurt, police said": whoever tells of the others told of the five.</summary>
    private bool IsGoneOnWith(Gathered claim, Toll toll, Speech? speech, string? side) => (claim is { Speech: null, Tolls: [{ IsZero: true, Outcome: Outcome.Killed } none] } && speech is not null && toll is { Outcome: Outcome.Injured, IsZero: false, IsPart: false, IsEarlier: false } && SideFits(claim.Side, side) && passage.Text.SentenceOf[none.First] == passage.Text.SentenceOf[toll.First] && none.First < toll.First) || IsOfOthers(claim, toll, speech, side);

    private bool IsOfOthers(Gathered claim, Toll toll, Speech? speech, string? side) => claim is { Speech: null, IsPart: false, IsEarlier: false } && speech is not null && toll is { IsPart: false, IsEarlier: false, IsZero: false } && !claim.Tolls[0].IsZero && claim.Of(toll.Outcome) is null && SideFits(claim.Side, side)
        && passage.Text.SentenceOf[toll.First] - passage.Text.SentenceOf[claim.Tolls[^1].First] == 1 && !passage.IsHeading(passage.Text.SentenceOf[claim.Tolls[0].First]) && AreOthers(toll);

    private bool AreOthers(Toll toll) => Enumerable.Range(toll.FigureFirst, toll.FigureLast - toll.FigureFirst).Any(at => passage.Tokens[at].Key is "other" or "others" or "another" or "more" or "further" or "additional" or "comrades" or "comrade" or "companions" or "companion" or "colleagues" or "colleague" or "fellow")
        || (toll.Outcome is Outcome.Injured && Enumerable.Range(toll.FigureLast, toll.Last - toll.FigureLast).Any(at => passage.Tokens[at].Key is "also" or "too"));

    /// <summary>"two of its guards were hurt; five Pakistani soldiers died": whose own the two are, the side of the five shows.</summary>
    private static bool IsOwnAndOther(Toll a, Toll b) => (a.IsOfSpeaker && !b.IsOfSpeaker && b.Side is not null && a.Side is null) || (b.IsOfSpeaker && !a.IsOfSpeaker && a.Side is not null && b.Side is null) || (a.IsOfSpeaker && b.IsOfEnemy) || (b.IsOfSpeaker && a.IsOfEnemy);

    private static bool SideFits(string? a, string? b) => a is null || b is null || a == b;

    private static bool CategoryFits(string? a, string? b) => a is null || b is null || a == b || a is "all" || b is "all" || People.IsFighting(a) == People.IsFighting(b);

    /// <summary>Soldiers, policemen and militants are groups of their own; "guards", "men", "fighters" may be of any.</summary>
    private static bool AreOtherForces(string? a, string? b) => a != b && (a, b) is ("soldiers" or "police" or "armed_group", "soldiers" or "police" or "armed_group") or ("armed_group", "security_forces") or ("security_forces", "armed_group");

    /// <summary>"a policeman was killed and 14 civilians hurt": who is called a civilian is counted apart from those in arms; a driver or a cook of theirs is not.</summary>
    private bool AreArmedAndUnarmed(Toll a, Toll b) => a.Category is not null && b.Category is not null && People.IsFighting(a.Category) != People.IsFighting(b.Category) && (IsOfCivilians(a) || IsOfCivilians(b));

    /// <summary>"seven soldiers were killed; one mujahid was hurt": who calls his own so calls the others soldiers.</summary>
    private bool AreMujahideenAndSoldiers(Toll a, Toll b) => (a.Category is "soldiers" && IsOfMujahideen(b)) || (b.Category is "soldiers" && IsOfMujahideen(a));

    private bool IsOfMujahideen(Toll toll) => toll.Category is not null && Enumerable.Range(toll.FigureFirst, toll.FigureLast - toll.FigureFirst).Any(at => passage.Tokens[at].Key is "mujahid" or "mujahideen" or "mujahidin" or "mujahedin");

    private bool IsOfCivilians(Toll toll) => Enumerable.Range(toll.FigureFirst, toll.FigureLast - toll.FigureFirst).Any(at => passage.Tokens[at].Key is "civilians" or "civilian" or "villagers" or "residents" or "women" or "children" or "civ" or "civs");

    private static bool IsSame(Speech? a, Speech? b) => SameSpeakers.Are(a, b);

    private DraftClaim Written(Gathered claim)
    {
        var first = claim.Tolls.Min(toll => toll.First);
        var last = claim.Tolls.Where(toll => passage.Text.SentenceOf[toll.First] == passage.Text.SentenceOf[first]).Max(toll => toll.Last);
        var group = claim.Tolls[0];
        return new DraftClaim
        {
            Claim = new Claim
            {
                Id = claim.IsEarlier ? Ids.From(Ids.Claim, $"{passage.Text.Words(first, last)}\n{group.FigureFirst}") : "",
                About = ClaimAbout.Toll,
                Claimant = claim.Speech?.Actor?.Id,
                Speaker = claim.Speech?.Words is { Length: <= 200 } words ? words : null,
                Group = new HarmedGroup(claim.Side is "AF" or "PK" or "other" ? claim.Side : null, claim.Category ?? "all", passage.Text.Words(group.FigureFirst, group.FigureLast)),
                Part = claim.IsPart ? ClaimPart.Breakdown : ClaimPart.Total,
                Killed = FigureOf(claim.Of(Outcome.Killed)),
                Injured = FigureOf(claim.Of(Outcome.Injured)),
                Captured = FigureOf(claim.Of(Outcome.Captured)),
                Missing = FigureOf(claim.Of(Outcome.Missing)),
                Casualties = FigureOf(claim.Of(Outcome.Casualties)),
                Span = SpanOf(first, last),
            },
            Claimant = claim.Speech?.Words,
            ClaimantSpan = claim.Speech?.Span,
            Span = passage.SpanOf(first, last),
            Figures = [.. claim.Tolls.OrderBy(toll => toll.Outcome).Select(toll => passage.SpanOf(toll.FigureFirst, toll.FigureLast))],
            Rule = RuleOf(claim.Speech),
            Cue = string.Join("; ", claim.Tolls.Select(toll => toll.Cue)),
        };
    }

    private Span SpanOf(int first, int last)
    {
        var span = passage.SpanOf(first, last);
        return new Span(span.Of(passage.Text.Original), span.Start, span.End);
    }

    private Figure? FigureOf(Toll? toll) => toll is null ? null
        : toll.IsVague ? new Figure(null, null, passage.Text.Words(toll.FigureFirst, toll.FigureLast))
        : new Figure(toll.Min ?? 0, toll.Max, toll.Min == toll.Max ? null : passage.Text.Words(toll.FigureFirst, toll.FigureLast));
}
