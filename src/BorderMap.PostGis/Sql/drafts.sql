-- Newest first. {state} is a condition that one of the partial indexes document_drafts and document_retracted has; put in by DeskReader.
-- Given back: what somebody else did with it last, as long as its author has not handed it in again.
select d.doc::text, d.version, d.owner, d.updated, d.updated_by, back.by, back.why, back.at
from document d
left join lateral (
    select step.by, step.why, step.at
    from (
        select c.version, c.by, c.why, c.at, c.state, lag(c.state) over (order by c.version) as before
        from change c where c.kind = 'incident' and c.id = d.id
    ) step
    where step.by <> d.owner and step.state in ('draft', 'retracted') and step.before <> step.state and not exists (
        select from change later where later.kind = 'incident' and later.id = d.id and later.version > step.version and later.state in ('submitted', 'published'))
    order by step.version desc limit 1
) back on true
where d.kind = 'incident' and {state}
    and (cardinality(@states) = 0 or d.state = any (@states))
    and (@owner is null or d.owner = @owner)
    and (@after is null or (d.updated, d.id) < (@after, @id))
    and (@words is null or position(lower(@words) in lower(concat_ws(E'\n', d.id, d.doc ->> 'title', d.doc ->> 'notes',
        (select string_agg(place ->> 'words', E'\n') from jsonb_array_elements(d.doc -> 'places') place)))) > 0)
order by d.updated desc, d.id desc
limit @limit
