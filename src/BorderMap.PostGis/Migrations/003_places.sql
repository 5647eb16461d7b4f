-- The gazetteer, for joins and GIS clients; rebuilt when its files change.
create table place (
    id text collate "C" primary key,
    kind text collate "C" not null,
    name text not null,
    country text collate "C" not null,
    province text collate "C",
    district text collate "C",
    radius_m double precision not null,
    names text[] not null,
    geom geometry(Point, 4326) not null,
    boundary geometry(Geometry, 4326)
);
create index place_geom on place using gist (geom);
create index place_boundary on place using gist (boundary);

grant select on place to bordermap_public;
