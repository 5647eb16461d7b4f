using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>Totals over many places or a longer time, with the period and the places that their sentence says they cover.</summary>
internal sealed class TotalMaker(Passage passage)
{
    public List<EpisodeClaim> Of(IReadOnlyList<(Toll Toll, Speech? Speech)> tolls)
    {
        var sentences = tolls.ToLookup(told => passage.Text.SentenceOf[told.Toll.First]);
        return [.. sentences.SelectMany(sentence => new ClaimMaker(passage).Of([.. sentence]).Select(claim => new EpisodeClaim(Covering(claim, sentence.Key))))];
    }

    private DraftClaim Covering(DraftClaim claim, int sentence)
    {
        var places = passage.PlacesIn(sentence).Where(located => located.Toponym is { Usage: ToponymUsage.Literal, Place.Id: not null } && !passage.Speakers.In(sentence).Any(speech => speech.First >= 0 && located.First >= speech.First && located.Last <= speech.Last));
        return claim with { Claim = claim.Claim with { Period = PeriodOf(sentence), Places = [.. places.Select(located => located.Toponym.Place!.Id!).Distinct()] } };
    }

    /// <summary>The longest time that the sentence tells, else the one before it in the paragraph; "since" runs to the day of the report.</summary>
    private Period? PeriodOf(int sentence)
    {
        for (var at = sentence; at >= Math.Max(0, sentence - 1) && passage.SameBlock(at, sentence); at--)
        {
            var longest = passage.TimesIn(at).Where(time => time is { IsDated: true, Use: TimeUse.Total or TimeUse.Since or TimeUse.When } && time.Precision is not DatePrecision.Day)
                .OrderByDescending(time => time.Use is TimeUse.When ? 0 : 1).ThenByDescending(time => (time.End ?? time.Start)!.Value.DayNumber - (time.Start ?? time.End)!.Value.DayNumber).FirstOrDefault();
            if (longest is not null)
            {
                return new Period(longest.Start, longest.Use is TimeUse.When ? longest.End : passage.Published);
            }
        }
        return null;
    }
}
