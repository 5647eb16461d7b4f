-- What was merged into these incidents, directly or by way of others.
with recursive absorbed (id, winner) as (
    select id, id from unnest(@ids) as wanted(id)
    union
    select merged ->> 'id', a.winner
    from absorbed a join document d on d.kind = 'incident' and d.id = a.id cross join jsonb_array_elements(coalesce(d.doc -> 'merged', '[]')) merged
)
select id, winner from absorbed where id <> winner
