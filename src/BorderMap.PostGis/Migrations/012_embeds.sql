-- Embeds that somebody stored under a short id, so that what a page shows can be changed without changing the page.
create table embed (
    id text collate "C" primary key,
    -- The state of the view and the options, as an address has them; empty once it is deleted.
    query text not null,
    title text,
    owner text not null,
    version integer not null default 1,
    created timestamptz not null,
    updated timestamptz not null,
    deleted timestamptz
);
create index embed_owner on embed (owner, updated desc, id);

-- What anyone may read of them: not whose they are.
create view public_embed as select id, query, title, version, updated, deleted is not null as is_gone from embed;
grant select on public_embed to bordermap_public;
