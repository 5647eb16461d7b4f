using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Finds who came to what harm: verb and noun of harm with the group they go with, by the grammar around them.</summary>
internal sealed partial class Tolls
{
    private enum Form { Verb, Active, Intransitive, People, Count, Noun, Toll, Around, Losing, Unhurt, Taking, Near, Cared, Patients, Other }

    private sealed record Harm(Outcome Outcome, Form Form);

    /// <summary>How far left of its verb a subject may stand.</summary>
    private const int FarthestSubject = 24;

    private const int FarthestAuxiliary = 12;

    private static readonly PhraseTable<Harm> Harms = new(LexiconFile.Rows("harms.tsv", "pattern\toutcome\tform\tnote")
        .Select(row => (row[0], new Harm(Enum.Parse<Outcome>(row[1], ignoreCase: true), Enum.Parse<Form>(row[2], ignoreCase: true)))));

    private static readonly PhraseTable<string> Zeros = new(LexiconFile.Rows("zeros.tsv", "pattern\toutcome").Select(row => (row[0], row[1])));

    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "be", "been", "being", "was", "were", "is", "are", "got", "get", "left" };

    private static readonly HashSet<string> Adverbs = new(StringComparer.Ordinal)
        { "also", "reportedly", "critically", "seriously", "severely", "slightly", "lightly", "gravely", "mortally", "grievously", "dangerously", "superficially", "moderately", "mildly", "heavily", "badly", "allegedly", "all", "both", "either", "since", "so", "far", "already", "later", "then", "either", "immediately", "instantly", "even", "still", "now", "reported", "confirmed", "have", "has", "had", "not", "either", "apparently", "fatally", "mostly", "feared", "believed", "found", "suspected", "presumed", "thought" };

    private readonly IReadOnlyList<Token> tokens;
    private readonly int from;
    private readonly int to;
    private readonly List<PeopleGroup> groups;
    private readonly List<PhraseMatch<Harm>> harms;
    private readonly List<PhraseMatch<string>> zeros;
    private readonly List<Toll> found = [];
    private readonly List<(int Harm, List<PeopleGroup> Groups)> used = [];

    private readonly Toll? toldBefore;

    private Tolls(IReadOnlyList<Token> tokens, int from, int to, Toll? toldBefore)
    {
        (this.tokens, this.from, this.to, this.toldBefore) = (tokens, from, to, toldBefore);
        zeros = Zeros.Find(tokens, from, to);
        harms = Harms.Find(tokens, from, to).SelectMany(WithoutOthers).ToList().FindAll(harm => !zeros.Exists(zero => zero.First < harm.Last && harm.First < zero.Last));
        groups = WithUnknown(People.Find(tokens, from, to)).FindAll(group => !zeros.Exists(zero => zero.First <= group.First && group.Last <= zero.Last) && !IsAdjective(group) && (!group.IsBracketed || IsBrokenDown(group)) && !Speaks(group));
        groups = WithNames(groups);
        groups = WithBareNouns(groups).ConvertAll(group => Labelled(group.IsBracketed ? group with { IsPart = false, IsBracketed = false } : group));
    }

    /// <summary>"20 casualties (eleven deaths, nine injured)": the bracket says how many of each harm.</summary>
    private bool IsBrokenDown(PeopleGroup group)
    {
        var open = group.First;
        while (open > from && !(tokens[open].IsMark('(') || tokens[open].IsMark('-')))
        {
            open--;
        }
        return group.IsBare && StartsHarm(group.Last) && (harms.Exists(harm => harm.Last == open && harm.Value.Outcome is Outcome.Casualties) || IsOfOtherHarm(open, group.Last));
    }

    /// <summary>"two killed (five injured)": the bracket tells of another harm, of others.</summary>
    private bool IsOfOtherHarm(int open, int last) => tokens[open].IsMark('(') && harms.FindLast(harm => harm.Last <= open) is { Value: { } before } && harms.Find(harm => harm.First == last) is { Value.Outcome: Outcome.Killed or Outcome.Injured or Outcome.Missing or Outcome.Captured } inside && inside.Value.Outcome != before.Outcome && open - harms.FindLast(harm => harm.Last <= open).Last <= 2;

    /// <summary>"received seven wounded and nine bodies": the wounded have a word of their own.</summary>
    private IEnumerable<PhraseMatch<Harm>> WithoutOthers(PhraseMatch<Harm> harm) =>
        harm.Value is not { Form: Form.Around or Form.Noun, Outcome: Outcome.Killed } || !Enumerable.Range(harm.First, harm.Last - harm.First).Any(at => tokens[at].Key is "wounded" or "injured" or "hurt") ? [harm]
        : [.. Harms.Find(tokens, harm.First, harm.First + 1), .. Harms.Find(tokens, harm.First + 1, harm.Last)];

    /// <summary>"the civilian dead": a word of harm is the noun there.</summary>
    private bool IsAdjective(PeopleGroup group) => tokens[group.First].Key is "the" or "a" or "an" && !IsSingle(group) && harms.Exists(harm => harm.First == group.Last && tokens[harm.First].Key is not ("with" or "critical" or "unconscious") && (harm.Value.Form is Form.Noun or Form.Toll || (harm.Value.Form is Form.Count && tokens[group.First].Key is "the")));

    /// <param name="tokens">The text.</param>
    /// <param name="sentence">Where to look.</param>
    /// <param name="before">What was told last: a count without its harm goes on with it.</param>
    public static List<Toll> Find(IReadOnlyList<Token> tokens, in Sentence sentence, Toll? before = null)
    {
        var tolls = new Tolls(tokens, sentence.First, sentence.Last, before);
        foreach (var harm in tolls.harms)
        {
            tolls.Read(harm);
        }
        tolls.ReadZeros();
        tolls.ReadBare(before);
        tolls.ReadPairs();
        tolls.RankAlone(before);
        tolls.WithoutDead();
        tolls.ReadGapped();
        tolls.ReadAnd();
        tolls.ReadElided(before);
        tolls.ReadPlaces();
        tolls.ReadAllOfThem();
        tolls.ReadAmong();
        tolls.found.Sort((a, b) => a.First.CompareTo(b.First));
        tolls.ShareEarlier();
        return tolls.found;
    }

    /// <summary>Whether a stretch has a word of harm.</summary>
    public static bool Tells(IReadOnlyList<Token> tokens, int from, int to) => Harms.Find(tokens, from, to).Count > 0;

    private void Read(PhraseMatch<Harm> harm)
    {
        var list = harm.Value.Form switch
        {
            Form.Count when tokens[harm.First].Key is "of" && tokens[harm.Last - 1].Key is not "of" && tokens[harm.First + 1].Key is "the" => FromPlace(harm),
            Form.Count when tokens[harm.First].Key is "in" && tokens[harm.Last - 1].Key is "hospital" => Left(harm.First, 1)?.FindAll(group => group.IsBare && IsAfterPeople(group)) is { Count: > 0 } cared ? cared : null,
            // "five were killed and one taken": of people, where people are told of.
            Form.Count when harm.Value.Outcome is Outcome.Captured && tokens[harm.First].Key is "taken" => EndsPassive(harm.Last) ? Left(harm.First, 1)?.FindAll(group => group.IsBare && IsAfterPeople(group)) is { Count: > 0 } taken ? taken : null : null,
            // "one soldier was caught", but "two soldiers were caught in the crossfire"
            Form.Count when tokens[harm.First].Key is "caught" => EndsPassive(harm.Last) && !IsInFire(harm.Last) && Auxiliary(harm.First) is not null ? Left(harm.First, FarthestSubject)?.FindAll(group => People.IsFighting(group.Category) || IsAfterPeople(group)) is { Count: > 0 } caught ? caught : null : null,
            Form.Count when IsFigureBehind(harm) => [groups.Find(group => group.First == harm.Last)!],
            Form.Count => Left(harm.First, 1) ?? Subject(harm.First) ?? Put(harm) ?? Apposed(harm) ?? Labelled(harm) ?? Following(harm),
            Form.Noun => Counted(harm) ?? (harm.First - 2 > from && tokens[harm.First - 1].Key is "the" && tokens[harm.First - 2].Key is "put" or "puts" or "placed" or "set" or "sets" ? PutPast(harm) : null) ?? (Being(harm.Last) is { } being && IsOnly(harm.First) ? Told(harm, being) : Standing(harm) ?? Numbered(harm) ?? Entered(harm)),
            Form.Toll => BeforeNumber(harm) ?? Risen(harm),
            Form.Around => Within(harm) ?? Passive(harm) ?? After(harm.Last, 1, mayBeBare: false) ?? (harm.Value.Outcome is Outcome.Injured && EndsPassive(harm.Last) ? Left(harm.First, 1) : null),
            // "fell back": a word of harm that means none there.
            Form.Other => Fallen(harm),
            Form.Active => After(harm.Last, 3, mayBeBare: true) ?? (tokens[harm.Last - 1].Key is "of" ? Counted(harm with { Last = harm.Last - 1 }) : null) ?? Passive(harm),
            Form.Losing when harm.Last >= to || tokens[harm.Last].Kind is TokenKind.Mark || (tokens[harm.Last].Key is "and" && IsFigureAt(harm.Last + 1)) => Left(harm.First, 1)?.FindAll(group => !group.IsBare && (People.IsFighting(group.Category) || tokens[group.Last - 1].Key is "men" or "man")) is { Count: > 0 } fallen ? fallen : null,
            Form.Losing => After(harm.Last, 3, mayBeBare: true)?.FindAll(group => group.IsBare ? group.IsOfSpeaker : People.IsFighting(group.Category) || group.Category is "all" || IsKin(group) || IsBereft(harm.First) || IsToldByUs(harm.First)) is { Count: > 0 } lost ? lost : LostOfPeople(harm),
            Form.Taking => IsToCare(harm.Last) ? null : After(harm.Last, 2, mayBeBare: false)?.FindAll(group => group.Category is not "migrants") is { Count: > 0 } taken ? taken : null,
            Form.Intransitive => NumberOf(harm) ?? Worsened(harm) ?? Left(harm.First, FarthestSubject) ?? InTheirState(harm) ?? Behind(harm) ?? InjuriesWithin(harm),
            Form.People when NumberOf(harm) is { } counted => counted,
            Form.People => (Passive(harm) ?? After(harm.Last, 2, mayBeBare: tokens[harm.Last - 1].Key is "of" or "to") ?? Left(harm.First, 1) ?? Coordinated(harm))?.FindAll(group => !group.IsBare || (group.First >= harm.Last && tokens[harm.Last - 1].Key is "of" or "to" && (StopsAt(group.Last) || tokens[group.Last].Key is "others")) || (group.Last < harm.First && tokens[group.Last].Key is "of") || (group.Last <= harm.First && (IsAfterPeople(group) || IsAfterFighters(group, harm)))) is { Count: > 0 } people ? people : tokens[harm.Last - 1].Key is "of" ? Counted(harm with { Last = harm.Last - 1 }) ?? Put(harm with { Last = harm.Last - 1 }) : Labelled(harm) ?? CapturedToo(harm),
            // "the driver was burnt", but "the guards fled and a shop was burnt"
            Form.Near => Left(harm.First, 2)?.FindAll(group => !group.IsBare) is { Count: > 0 } beside ? beside : null,
            // "one was killed and three flown out": of people, where people are told of.
            Form.Cared => (Passive(harm) ?? Left(harm.First, 1))?.FindAll(group => group.IsBare && IsAfterPeople(group)) is { Count: > 0 } cared ? cared : null,
            Form.Patients => Patients(harm),
            Form.Unhurt => (Passive(harm) ?? Left(harm.First, 1))?.FindAll(group => group.Max is 0) is { Count: > 0 } unhurt ? unhurt : null,
            _ when NumberOf(harm) is { } numbered => numbered,
            _ when IsPut(harm) => Put(harm) ?? Apposed(harm),
            _ => Passive(harm) ?? Inverted(harm) ?? BeforeNext(harm) ?? After(harm.Last, 1, mayBeBare: true) ?? Left(harm.First, 1) ?? Shared(harm) ?? Coordinated(harm) ?? Labelled(harm) ?? Postponed(harm) ?? Reduced(harm) ?? Behind(harm),
        };
        list ??= Whom(harm) ?? Fronted(harm) ?? Predicated(harm) ?? Inscribed(harm) ?? Qualified(harm) ?? (harm.Value.Outcome is Outcome.Injured ? Patients(harm) : null);
        if (list is null || IsTold(harm, list) || IsOfMovement(harm) || (harm.Value.Outcome is Outcome.Injured && AreBodies(list[0])))
        {
            return;
        }
        list = WithCompanions(harm, list.ConvertAll(OfWhom));
        harm = IsOfDying(harm, list[0]) ? harm with { Value = new Harm(Outcome.Killed, Form.Intransitive) } : harm;
        used.Add((harm.First, list));
        Add(harm, list);
    }

    /// <summary>The group that begins at most some words after a verb, with those listed after it.</summary>
    private List<PeopleGroup>? After(int after, int farthest, bool mayBeBare)
    {
        // "killing himself and five clerks"
        after += after + 1 < to && tokens[after].Key is "himself" or "herself" or "themselves" or "itself" or "both" && tokens[after + 1].Key is "and" ? 2 : 0;
        // "killed on the spot two shepherds"
        after += after + 3 < to && tokens[after].Key is "on" && tokens[after + 1].Key is "the" && tokens[after + 2].Key is "spot" ? 3 : 0;
        var at = groups.FindIndex(group => group.First >= after);
        // "eight killed including three players": the three are none that the word goes on to.
        if (at < 0 || groups[at].First - after > farthest || (groups[at].IsPart && groups[at].First > after) || (groups[at].IsBare && !mayBeBare))
        {
            return null;
        }
        // "killed some livestock": nobody.
        if (groups[at] is { IsBare: true, Min: null, Max: null } vague && vague.Last < to && tokens[vague.Last] is { IsWord: true, IsCapital: false } && !AfterPassive.Contains(tokens[vague.Last].Key) && !harms.Exists(harm => harm.First == vague.Last) && tokens[vague.Last].Key is not ("of" or "more" or "others" or "who"))
        {
            return null;
        }
        for (var between = after; between < groups[at].First; between++)
        {
            // "133 fighters killed with more than 200 injured": the others.
            if (tokens[between].Kind is TokenKind.Mark && !tokens[between].IsMark(':') || (tokens[between].Key is "with" && StartsHarm(groups[at].Last)) || tokens[between].Key is "and" or "in" or "on" or "at" or "by" or "when" or "after" or "during")
            {
                return null;
            }
        }
        var list = new List<PeopleGroup> { groups[at] };
        // "treated only one, a girl of twelve": one, told twice.
        if (groups[at] is { IsBare: true, Min: 1, Max: 1 } && at + 1 < groups.Count && groups[at + 1] is { IsBare: false, Min: 1, Max: 1 } who && who.First == groups[at].Last + 1 && tokens[groups[at].Last].IsMark(',') && tokens[who.First].Key is "a" or "an")
        {
            return [who];
        }
        while (at + 1 < groups.Count && IsJoined(groups[at].Last, groups[at + 1].First) && !StartsHarm(groups[at + 1].Last) && !groups[at + 1].IsBare)
        {
            list.Add(groups[++at]);
        }
        return list;
    }

    /// <summary>"... killed ten civilians and two soldiers were wounded": the second group has a verb of its own.</summary>
    private bool StartsHarm(int at) => harms.Exists(harm => harm.First >= at && harm.First <= at + 3 && Enumerable.Range(at, harm.First - at).All(between => Auxiliaries.Contains(tokens[between].Key) || IsAdverb(tokens[between].Key)));

    /// <summary>"37 civilian deaths", "346 injuries".</summary>
    private List<PeopleGroup>? Counted(PhraseMatch<Harm> harm)
    {
        for (var start = harm.First - 1; start >= from && harm.First - start <= 6; start--)
        {
            if (groups.Find(group => group.First == start || group.Last == start + 1) is { } group && group.Last <= harm.First && harm.First - group.Last <= 3 && !(group.Min is 1 && tokens[group.First].Key is "a" or "an" && !IsSingle(group)))
            {
                var category = group.Category;
                for (var at = group.Last; at < harm.First; at++)
                {
                    if (tokens[at].Key is "of" && at + 1 < harm.First && tokens[at + 1].Key is "them" or "these" or "which")
                    {
                        at++;
                        continue;
                    }
                    if (tokens[at].Kind is TokenKind.Mark || tokens[at].Key is "in" or "of" or "to" or "and")
                    {
                        return null;
                    }
                    category ??= People.CategoryAt(tokens, at, harm.First);
                }
                return [group with { Category = category, Side = group.Side ?? People.SideOf(tokens, group.First, harm.First), IsBare = category is null }];
            }
        }
        return harm.Value.Outcome is not Outcome.Casualties ? After(harm.Last, 1, mayBeBare: true)?.FindAll(group => tokens[harm.Last].IsMark(':') || tokens[harm.Last].IsMark('-')) is { Count: > 0 } told ? told : null : null;
    }

    /// <summary>"movement of a group of militants was picked up by the forces": seen, not taken.</summary>
    private bool IsOfMovement(PhraseMatch<Harm> harm) => harm.Value.Outcome is Outcome.Captured && tokens[harm.First].Key is "picked" or "captured" or "caught" && Enumerable.Range(from, harm.First - from).Any(at => tokens[at].Key is "movement" or "movements" or "presence" or "activity");

    /// <summary>"took two men to hospital", "held 40 people for talks": no captives.</summary>
    private bool IsToCare(int after)
    {
        for (var at = after; at < Math.Min(to, after + FarthestAuxiliary) && tokens[at].Kind is not TokenKind.Mark; at++)
        {
            if (tokens[at].Key is "hospital" or "clinic" or "safety" or "home" or "shelter" or "treatment" or "part" or "refuge" or "dead" or "bodies" or "wounded" or "injured" or "weapons" or "with" or "talks" or "responsible" or "accountable")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"ten bodies were taken to the hospital": the dead are none of the hurt.</summary>
    private bool AreBodies(PeopleGroup group) => group.Last < to && tokens[group.Last].Key is "bodies" or "body" or "corpses" or "coffins";

    /// <summary>"enemy dead six; one of ours": the figure behind its word, with nothing that it could count.</summary>
    private List<PeopleGroup>? Following(PhraseMatch<Harm> harm) => groups.Find(group => group.First == harm.Last) is { IsBare: true, IsPart: false } told && StopsAt(told.Last)
        ? [told with { Category = harm.First > from ? People.CategoryAt(tokens, harm.First - 1, harm.First) : null, IsOfEnemy = harm.First > from && tokens[harm.First - 1].Key is "enemy" }] : null;

    /// <summary>"fatalities 2 (soldiers, per army)", "injuries - 3; deaths - 0": a word of harm and its figure, in notes and cells.</summary>
    private List<PeopleGroup>? Entered(PhraseMatch<Harm> harm)
    {
        var isLabel = harm.First == from || !tokens[harm.First - 1].IsWord || tokens[harm.First - 1].Key is "civilian" or "and" or "military" or "own" or "enemy";
        var at = harm.Last < to && tokens[harm.Last].IsMark('-') ? harm.Last + 1 : harm.Last;
        return isLabel && groups.Find(group => group.First == at) is { IsBare: true, IsPart: false } told && StopsAt(told.Last) && Numbers.Whole(tokens, at, to) is not null ? [told] : null;
    }

    private List<PeopleGroup>? Within(PhraseMatch<Harm> harm) => groups.FindAll(group => group.First >= harm.First && group.Last <= harm.Last) is { Count: > 0 } inside ? inside : null;

    /// <summary>"killed and wounded": both have the group of the first.</summary>
    private List<PeopleGroup>? Shared(PhraseMatch<Harm> harm) =>
        used.FindLast(other => other.Harm == harm.First - 2 && tokens[harm.First - 1].Key is "and" or "or").Groups;

    /// <summary>"no information on losses", "no word of casualties", "no casualty figures": nothing is said of them.</summary>
    private bool IsUntold(PhraseMatch<string> zero) => Enumerable.Range(Math.Max(from, zero.First - 1), Math.Min(to, zero.Last + 1) - Math.Max(from, zero.First - 1))
        .Any(at => tokens[at].Key is "information" or "details" or "detail" or "word" or "figures" or "figure" or "confirmation" or "particulars" or "clarity" or "estimate" or "estimates" or "breakdown" or "mention" || (at == zero.Last && tokens[at].Key is "toll" or "count" or "tally" or "number" or "numbers"));

    private void ReadZeros()
    {
        foreach (var zero in zeros)
        {
            if (IsUntold(zero) || (zero.Last + 1 < to && tokens[zero.Last].Key is "was" or "were" or "has" or "have" or "could" && tokens[Math.Min(to - 1, zero.Last + (tokens[zero.Last].Key is "was" or "were" ? 1 : 2))].Key is "verified"))
            {
                continue;
            }
            var side = People.SideOf(tokens, zero.First, Math.Min(to, zero.Last + 6));
            var first = Math.Max(from, zero.First - 2);
            var isOwn = Enumerable.Range(zero.Last, Math.Min(to, zero.Last + 6) - zero.Last).Concat(Enumerable.Range(first, zero.First - first)).Any(at => tokens[at].Key is "our" or "own" or "ours");
            // "two were killed and none hurt": of the killed the nought does not speak.
            var isOfHurt = zero.Value is "both" && tokens[zero.Last - 1].Key is "hurt" or "harmed" && found.Exists(toll => toll is { Outcome: Outcome.Killed, IsZero: false, IsPart: false } && toll.Last <= zero.First && zero.First - toll.Last <= 2 && !tokens[toll.Last].IsMark(';'));
            foreach (var outcome in (isOfHurt ? "injured" : zero.Value) switch { "both" => new[] { Outcome.Killed, Outcome.Injured }, "killed" => [Outcome.Killed], _ => [Outcome.Injured] })
            {
                found.Add(new Toll(outcome, 0, 0, null, side, zero.First, zero.Last, zero.Cue) { IsOfSpeaker = isOwn, FigureFirst = zero.First, FigureLast = zero.Last });
            }
        }
    }
}
