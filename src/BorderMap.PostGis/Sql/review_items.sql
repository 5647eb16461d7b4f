-- What waits for an editor: drafts, submissions, readers' reports, likely duplicates. The words in braces are put in by ReviewStore.
with item as (
    select d.state as kind, d.id, '' as other, d.version, d.updated as at, d.owner, d.doc ->> 'title' as title, null as other_title, '' as about, d.id as incident, null::double precision as score
    from document d
    where d.kind = 'incident' and d.state in ('draft', 'submitted')
    union all
    select 'error_report', r.id, '', r.revision, r.at, null, d.doc ->> 'title', null, r.words, r.incident, null
    from error_report r left join document d on d.kind = 'incident' and d.id = r.incident
    where r.state = 'open'
    union all
    select 'duplicate', l.a, l.b, one.version, l.found, one.owner, one.doc ->> 'title', other.doc ->> 'title', array_to_string(l.reasons, '; '), l.a, l.score
    from likely_duplicate l
    join document one on one.kind = 'incident' and one.id = l.a
    join document other on other.kind = 'incident' and other.id = l.b
)
select {what} from item
where (@owner::text is null or owner = @owner)
    and (@from::timestamptz is null or at >= @from)
    and (@until::timestamptz is null or at < @until)
    and (@q::text is null or title ilike @q or other_title ilike @q or about ilike @q)
    and (@place::text is null or exists (
        select from document d cross join jsonb_array_elements(d.doc -> 'places') said left join place on place.id = said ->> 'place'
        where d.kind = 'incident' and d.id = item.incident and @place in (said ->> 'place', place.district, place.province)))
    {kinds} {position}
