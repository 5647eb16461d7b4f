-- Rows of one file that claim the same id or the same source key.
select max(origin), id, 'id', string_agg(origin, ', ' order by ordinal) from stage_document group by kind, id having count(*) > 1
union all
select max(origin), key, 'source_keys', string_agg(origin, ', ' order by ordinal)
from stage_document, unnest(keys) as wanted(key) group by key having count(*) > 1
limit 1000
