-- One statement, so one snapshot: pub and the rows up to it. Each part takes no more rows than are asked for, in order; what kind of change a row was is asked of those alone.
with changed as (
    (select from_pub as pub, id, version, updated as at, null as reason, null as successor, null as how from public_incident where from_pub > @since order by from_pub limit @limit)
    union all
    (select from_pub, id, version, at, reason, successor, how from public_gone where from_pub > @since order by from_pub limit @limit)
    order by pub limit @limit
)
select s.pub as now, c.pub, c.id, c.version, c.at, c.reason, c.successor,
    coalesce(c.how, (select 'updated' from public_incident p where p.id = c.id and p.to_pub = c.pub limit 1), 'published') as how
from public_state s left join changed c on true
order by c.pub
