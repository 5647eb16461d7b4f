-- Newest first. The conditions on kind and state are those of the index document_drafts.
select doc::text, version, owner, updated, updated_by
from document
where kind = 'incident' and state in ('draft', 'submitted')
    and (cardinality(@states) = 0 or state = any (@states))
    and (@owner is null or owner = @owner)
    and (@after is null or (updated, id) < (@after, @id))
    and (@words is null or position(lower(@words) in lower(concat_ws(E'\n', id, doc ->> 'title', doc ->> 'notes',
        (select string_agg(place ->> 'words', E'\n') from jsonb_array_elements(doc -> 'places') place)))) > 0)
order by updated desc, id desc
limit @limit
