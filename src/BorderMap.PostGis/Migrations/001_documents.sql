-- Documents are the truth. Only editors' connections may read these tables.
create table document (
    kind text collate "C" not null check (kind in ('incident', 'episode', 'actor', 'source', 'report')),
    id text collate "C" not null,
    version integer not null check (version > 0),
    state text collate "C" not null check (state in ('draft', 'published', 'retracted', 'merged', 'redacted')),
    -- Null only when redacted. Its version and derived fields are empty: the columns own them.
    doc jsonb check ((doc is null) = (state = 'redacted')),
    schema_version integer not null,
    -- What it refers to: 'source:s-…', 'actor:…', 'episode:e-…'.
    refs text[] not null default '{}',
    -- The end of an embargo that has not been published yet.
    due timestamptz,
    -- SHA-256 of the row that an import brought last; an import acts only when its row differs from that.
    import_hash bytea,
    primary key (kind, id)
);
create index document_refs on document using gin (refs);
create index document_due on document (due) where due is not null;

create table source_key (
    key text collate "C" primary key,
    kind text collate "C" not null,
    id text collate "C" not null,
    foreign key (kind, id) references document
);
create index source_key_document on source_key (kind, id);

-- The audit trail. A redaction empties doc.
create table change (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    by text not null,
    why text not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    state text collate "C" not null,
    doc jsonb
);
create index change_document on change (kind, id, version);

-- Facts about the store itself: projection version, hash of the gazetteer.
create table setting (
    name text collate "C" primary key,
    value text not null
);
