-- The version that an import wrote last: what differs from it is an editor's work, which the next import keeps.
alter table document add column import_version integer;

-- What that import brought, where an editor's work was kept beside it and the version is not the file's alone.
alter table document add column import_doc jsonb;

-- The same address is the same source. A hash, since an address may be longer than an ordered index takes.
create index document_source_url on document using hash ((doc ->> 'url')) where kind = 'source';
