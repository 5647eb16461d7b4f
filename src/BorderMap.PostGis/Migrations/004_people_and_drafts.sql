-- Who may sign in. Only editors' connections may read these tables. Nobody is ever deleted: the audit trail names them.
create table person (
    name text collate "C" primary key check (name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display text not null,
    role text collate "C" not null check (role in ('contributor', 'editor', 'admin')),
    -- By ASP.NET Core's PasswordHasher.
    password text not null,
    must_change boolean not null,
    -- Attempts since the last right password.
    failed integer not null default 0,
    locked_until timestamptz,
    -- Every sign-in carries it; a new stamp ends all of them.
    stamp text collate "C" not null,
    disabled boolean not null default false,
    created timestamptz not null,
    created_by text not null
);

-- Sign-ins that were ended one by one; kept until they would have ended by themselves.
create table signed_out (
    session text collate "C" primary key,
    until timestamptz not null
);

create table api_token (
    id text collate "C" primary key,
    -- SHA-256 of the secret, which is kept nowhere.
    hash bytea not null unique,
    name text not null,
    -- Null: the operator's, made by a command.
    owner text collate "C" references person,
    role text collate "C" not null check (role in ('contributor', 'editor', 'admin')),
    created timestamptz not null,
    created_by text not null,
    -- To the hour.
    last_used timestamptz,
    revoked timestamptz
);
create unique index api_token_name on api_token (coalesce(owner, ''), name) where revoked is null;

-- Sign-ins and what was done to people and tokens. No secret, no address of a client.
create table people_event (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    by text not null,
    what text collate "C" not null,
    -- The person, or the name of the token.
    about text not null
);
create index people_event_about on people_event (about, seq);

-- ASP.NET Core's Data Protection keys, which sign-ins are sealed with.
create table protection_key (
    name text collate "C" primary key,
    xml text not null
);

-- A draft that its author thinks finished is submitted. Who began a document owns it as long as it is one of these.
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('draft', 'submitted', 'published', 'retracted', 'merged', 'redacted'));
alter table document add column owner text, add column updated timestamptz, add column updated_by text;
update document d set owner = first.by, updated = last.at, updated_by = last.by
from (select distinct on (kind, id) kind, id, by from change order by kind, id, version) first
join (select distinct on (kind, id) kind, id, at, by from change order by kind, id, version desc) last using (kind, id)
where d.kind = first.kind and d.id = first.id;
alter table document alter column owner set not null, alter column updated set not null, alter column updated_by set not null;
create index document_drafts on document (updated desc, id desc) where kind = 'incident' and state in ('draft', 'submitted');
