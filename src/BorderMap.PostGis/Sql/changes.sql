-- One statement, so one snapshot: pub and the rows up to it. The limit comes before all else, so that a page costs the same however much there is.
with first as (
    (select from_pub as pub, id, version, updated as at, null as reason, null as successor, null as how
    from public_incident where from_pub > @since order by from_pub limit @limit)
    union all
    (select from_pub, id, version, at, reason, successor, how
    from public_gone where from_pub > @since order by from_pub limit @limit)
), changed as (
    select * from first order by pub limit @limit
)
select s.pub as now, c.pub, c.id, c.version, c.at, c.reason, c.successor,
    coalesce(c.how, case when exists (select from public_incident p where p.id = c.id and p.to_pub = c.pub) then 'updated' else 'published' end)
from public_state s left join changed c on true
order by c.pub
