-- Episodes, sources or actors, by id; {public} is the public table of the kind. With @owner: what is public, and their own.
select d.doc::text, d.version, d.owner, exists (select from {public} p where p.id = d.id and p.to_pub is null)
from document d
where d.kind = @kind and d.doc is not null and d.id > @after
    and (@owner is null or d.owner = @owner or exists (select from {public} p where p.id = d.id and p.to_pub is null))
    and (@words is null or position(lower(@words) in lower(concat_ws(E'\n', d.id, d.doc ->> 'name', d.doc ->> 'title', d.doc ->> 'publisher', d.doc ->> 'url', d.doc ->> 'aliases'))) > 0)
order by d.id
limit @limit
