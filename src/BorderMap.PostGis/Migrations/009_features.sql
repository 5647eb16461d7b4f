-- What GIS clients filter and sort by, as columns of their own; until now it stood in the finished texts alone.
alter table public_incident
    add column title text collate "C",
    add column place text collate "C",
    add column district text collate "C",
    add column province text collate "C",
    add column country text collate "C",
    add column claims integer,
    add column sources integer;
update public_incident i set title = f.is ->> 'title', place = f.is ->> 'place', district = f.is ->> 'district', province = f.is ->> 'province', country = f.is ->> 'country',
    claims = (f.is ->> 'claims')::integer, sources = (f.is ->> 'sources')::integer
from (select id, version, feature::jsonb -> 'properties' as is from public_incident) f
where f.id = i.id and f.version = i.version;
alter table public_incident alter column title set not null, alter column claims set not null, alter column sources set not null;

-- A place of an incident as a feature: key tells it from the incident's other places and stays when their order changes.
alter table public_incident_place
    add column key text collate "C",
    add column name text collate "C",
    add column district text collate "C",
    add column province text collate "C",
    add column country text collate "C";
-- As PublicRowMaker numbers them, and ShownPlace names them: by the source's words where they name a spot that the gazetteer does not hold.
update public_incident_place p set
    key = coalesce(p.place, 'spot') || case when n.number > 1 then '-' || n.number else '' end,
    name = case when p.ordinal = 0 then n.principal when n.said ? 'words' and n.is_spot then n.said ->> 'words' else n.said ->> 'name' end,
    district = n.said ->> 'district', province = n.said ->> 'province', country = n.said ->> 'country'
from (
    select p.id, p.version, p.ordinal, i.place as principal, i.document::jsonb -> 'places' -> p.ordinal as said,
        row_number() over (partition by p.id, p.version, p.place order by p.ordinal) as number,
        coalesce(known.kind in ('district', 'province', 'country') or not ST_DWithin(known.geom, p.geom, 0.00002), true) as is_spot
    from public_incident_place p join public_incident i using (id, version) left join place known on known.id = p.place
) n
where n.id = p.id and n.version = p.version and n.ordinal = p.ordinal;
alter table public_incident_place
    alter column key set not null,
    add column feature_id text collate "C" not null generated always as (id || '.' || key) stored;
create unique index public_incident_place_feature on public_incident_place (feature_id) where to_pub is null;

-- More of the gazetteer, and the line itself; both are loaded anew at the next start.
alter table place
    add column name_ps text,
    add column name_prs text,
    add column name_ur text,
    add column valid_from date,
    add column valid_until date,
    add column side text collate "C",
    add column line_km double precision,
    add column line_distance_km double precision;
create index place_kind on place (kind, id);
create table durand_line (
    id text collate "C" primary key,
    name text not null,
    status text not null,
    length_km double precision not null,
    -- Metres by which its sources differ, in the median.
    uncertainty_m integer not null,
    geom geometry(LineString, 4326) not null
);
grant select on durand_line to bordermap_public;
delete from setting where name = 'gazetteer';

-- Points in the order of cells that lie near one another (Cells): a page of a box is then a few stretches of an index.
create index public_incident_cell on public_incident ((coalesce(ST_GeoHash(geom, 8), '~') collate "C"), id) where to_pub is null;
create index public_incident_place_cell on public_incident_place ((coalesce(ST_GeoHash(geom, 8), '~') collate "C"), feature_id) where to_pub is null;
create index place_cell on place ((coalesce(ST_GeoHash(geom, 8), '~') collate "C"), id);
create index public_incident_nowhere on public_incident (id) where to_pub is null and geom is null;
