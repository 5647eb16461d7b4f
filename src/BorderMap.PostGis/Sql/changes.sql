-- One statement, so one snapshot: pub and the rows up to it.
with changed as (
    select i.from_pub as pub, i.id, i.version, i.updated as at, null as reason, null as successor,
        case when exists (select from public_incident p where p.id = i.id and p.to_pub = i.from_pub) then 'updated' else 'published' end as how
    from public_incident i where i.from_pub > @since
    union all
    select from_pub, id, version, at, reason, successor, how from public_gone where from_pub > @since
    order by pub limit @limit
)
select s.pub as now, c.pub, c.id, c.version, c.at, c.reason, c.successor, c.how
from public_state s left join changed c on true
order by c.pub
