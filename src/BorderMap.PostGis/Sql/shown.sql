-- What was shown of incidents: the last public version, and the hash of the current one (null: none is).
select id, max(version), max(content_hash)
from (
    select id, version, case when to_pub is null then content_hash end as content_hash from public_incident where id = any (@ids)
    union all
    select id, version, null from public_gone where id = any (@ids)
) as seen
group by id
