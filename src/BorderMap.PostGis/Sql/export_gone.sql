-- What changed since and is not among the incidents shown: gone from the public, or there and outside the filter.
from (
    select id, max(from_pub) as pub from (
        select id, from_pub from public_incident where from_pub > {since}
        union all
        select id, from_pub from public_gone where from_pub > {since}
    ) one group by id
) c
left join lateral (
    select case gone.how when 'merged' then 'moved' when 'redacted' then 'withdrawn' else gone.how end as how, gone.at, gone.reason, gone.successor
    from public_gone gone where gone.id = c.id and gone.to_pub is null
) g on true
where not exists (select from public_incident where public_incident.id = c.id and {shown})
