-- Whether anything that the stage was computed from has changed since.
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
    or exists (select from change where seq > @seq and kind <> 'incident')
