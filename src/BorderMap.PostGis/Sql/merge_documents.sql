insert into document (kind, id, version, state, doc, schema_version, refs, due, import_hash, import_version, import_doc, owner, updated, updated_by)
select kind, id, version, state, doc, @schema, refs, due, import_hash, case when import_hash is not null then version end, import_doc, @by, @at, @by
from stage_document
on conflict (kind, id) do update set
    version = excluded.version,
    state = excluded.state,
    doc = excluded.doc,
    schema_version = excluded.schema_version,
    refs = excluded.refs,
    due = excluded.due,
    import_hash = coalesce(excluded.import_hash, document.import_hash),
    import_version = coalesce(excluded.import_version, document.import_version),
    import_doc = case when excluded.import_version is not null then excluded.import_doc when excluded.state <> 'redacted' then document.import_doc end,
    updated = excluded.updated,
    updated_by = excluded.updated_by;

insert into change (at, by, why, kind, id, version, state, doc)
select @at, @by, @why, kind, id, version, state, doc from stage_document order by ordinal;

delete from source_key k using stage_document s
where k.kind = s.kind and k.id = s.id and k.key <> all (s.keys) and s.state <> 'redacted';

insert into source_key (key, kind, id)
select key, kind, id from stage_document, unnest(keys) as wanted(key)
on conflict (key) do nothing;
