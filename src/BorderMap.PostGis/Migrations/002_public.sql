-- What the public may see is a set of tables of its own: one row a public version, current where to_pub is null.
create table public_state (
    single boolean primary key default true check (single),
    -- Moves only when something public changes.
    pub bigint not null
);
insert into public_state (pub) values (0);

create table public_incident (
    id text collate "C" not null,
    version integer not null,
    from_pub bigint not null,
    to_pub bigint,
    kind text collate "C" not null,
    family text collate "C" not null,
    date_start date,
    date_end date,
    date_precision text collate "C" not null,
    -- Newest first, unknown last: one ascending key with the id, so that a page is an index range.
    newest integer not null generated always as (coalesce(date '2100-01-01' - date_start, 2147483647)) stored,
    cross_border boolean not null,
    place_ids text[] collate "C" not null,
    actor_ids text[] collate "C" not null,
    claimant_ids text[] collate "C" not null,
    source_ids text[] collate "C" not null,
    episode text collate "C",
    side text collate "C",
    line_km double precision,
    line_distance_km double precision,
    precision text collate "C",
    radius_m integer,
    killed_low integer,
    killed_high integer,
    injured_low integer,
    injured_high integer,
    grade text collate "C" not null,
    geom geometry(Point, 4326),
    extent geometry(Polygon, 4326),
    search text collate "C" not null,
    content_hash text collate "C" not null,
    updated timestamptz not null,
    -- The pub at which this earlier version was rewritten to show less than it did.
    withheld_since bigint,
    feature text not null,
    document text not null,
    primary key (id, version),
    check (to_pub > from_pub)
);
create unique index public_incident_current on public_incident (id) where to_pub is null;
create index public_incident_from on public_incident (from_pub);
create index public_incident_newest on public_incident (newest, id) where to_pub is null;
create index public_incident_geom on public_incident using gist (geom) where to_pub is null;
create index public_incident_extent on public_incident using gist (extent) where to_pub is null;
create index public_incident_places on public_incident using gin (place_ids) where to_pub is null;
create index public_incident_actors on public_incident using gin (actor_ids) where to_pub is null;
create index public_incident_claimants on public_incident using gin (claimant_ids) where to_pub is null;
create index public_incident_sources on public_incident using gin (source_ids) where to_pub is null;
create index public_incident_episode on public_incident (episode) where to_pub is null and episode is not null;
create index public_incident_search on public_incident using gin (search gin_trgm_ops) where to_pub is null;

-- One row a place of a public version.
create table public_incident_place (
    id text collate "C" not null,
    version integer not null,
    from_pub bigint not null,
    to_pub bigint,
    ordinal integer not null,
    place text collate "C",
    role text collate "C" not null,
    precision text collate "C" not null,
    radius_m integer,
    geom geometry(Point, 4326),
    primary key (id, version, ordinal)
);
create index public_incident_place_place on public_incident_place (place) where to_pub is null;
create index public_incident_place_geom on public_incident_place using gist (geom) where to_pub is null;

-- Private: which version of the document a public version shows.
create table shown_version (
    id text collate "C" not null,
    version integer not null,
    document_version integer not null,
    primary key (id, version)
);

-- What was public and is not any more.
create table public_gone (
    id text collate "C" not null,
    from_pub bigint not null,
    to_pub bigint,
    how text collate "C" not null check (how in ('retracted', 'withdrawn', 'merged', 'redacted')),
    reason text not null,
    -- Whither a merged one leads; only to what is public.
    successor text collate "C",
    version integer not null,
    at timestamptz not null,
    primary key (id, from_pub)
);
create index public_gone_from on public_gone (from_pub);

-- Earlier public versions that were taken away for harm: when they were public, and since when they are not. No id.
create table public_withheld (
    from_pub bigint not null,
    to_pub bigint,
    since bigint not null
);

-- Public through a public incident alone. All three have one shape; dates, sources and actors are those of episodes.
create table public_episode (
    id text collate "C" not null,
    version integer not null,
    from_pub bigint not null,
    to_pub bigint,
    date_start date,
    date_end date,
    source_ids text[] collate "C" not null,
    actor_ids text[] collate "C" not null,
    content_hash text collate "C" not null,
    updated timestamptz not null,
    document text not null,
    primary key (id, version)
);
create unique index public_episode_current on public_episode (id) where to_pub is null;

create table public_source (
    id text collate "C" not null,
    version integer not null,
    from_pub bigint not null,
    to_pub bigint,
    date_start date,
    date_end date,
    source_ids text[] collate "C" not null,
    actor_ids text[] collate "C" not null,
    content_hash text collate "C" not null,
    updated timestamptz not null,
    document text not null,
    primary key (id, version)
);
create unique index public_source_current on public_source (id) where to_pub is null;

create table public_actor (
    id text collate "C" not null,
    version integer not null,
    from_pub bigint not null,
    to_pub bigint,
    date_start date,
    date_end date,
    source_ids text[] collate "C" not null,
    actor_ids text[] collate "C" not null,
    content_hash text collate "C" not null,
    updated timestamptz not null,
    document text not null,
    primary key (id, version)
);
create unique index public_actor_current on public_actor (id) where to_pub is null;

grant usage on schema bordermap to bordermap_public;
grant select on public_state, public_incident, public_incident_place, public_gone, public_withheld, public_episode, public_source, public_actor
    to bordermap_public;
