-- Every version of an incident from the first, and what the public has of it: a version that was shown and has no row any more was taken away.
select c.version, c.at, c.by, c.why, c.state, c.doc::text, shown.is_shown, shown.since, coalesce(shown.is_now, false), coalesce(shown.is_withheld, false)
from change c cross join lateral (
    select count(*) > 0 as is_shown, min(p.updated) as since, bool_or(p.id is not null and p.to_pub is null) as is_now, bool_or(p.id is null or p.withheld_since is not null) as is_withheld
    from shown_version s left join public_incident p on p.id = s.id and p.version = s.version
    where s.id = c.id and s.document_version = c.version
) shown
where c.kind = 'incident' and c.id = @id
order by c.version
