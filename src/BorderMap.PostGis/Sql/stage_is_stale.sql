-- Whether anything that the stage was computed from has changed since.
with related as materialized (
    select kind, kind || ':' || id as name, doc ->> 'url' as url from change where seq > @seq and kind <> 'incident'
)
select exists (
        select from stage_document s left join document d using (kind, id)
        where s.version <> coalesce(d.version, 0) + 1)
    or exists (
        select from stage_document s, unnest(s.keys) as wanted(key) join source_key k using (key)
        where (k.kind, k.id) <> (s.kind, s.id))
    or exists (
        select from stage_incident s
        where s.version <> 1 + greatest(
            coalesce((select max(version) from public_incident p where p.id = s.id), 0),
            coalesce((select max(version) from public_gone g where g.id = s.id), 0)))
    or exists (
        select from stage_gone s
        where not exists (select from public_incident p where p.id = s.id and p.to_pub is null and p.version = s.version))
    -- Actors stand in one another, and are read all at once.
    or exists (select from related where kind = 'actor')
    or exists (select from stage_document s, unnest(s.refs) as named(name) join related using (name))
    -- What an episode quotes is read with it.
    or exists (select from document e, unnest(e.refs) as named(name) join related using (name) where e.kind = 'episode')
    -- The same address is the same source.
    or exists (select from stage_document s join related r on r.url = s.doc ->> 'url' where s.kind = 'source' and r.kind = 'source')
