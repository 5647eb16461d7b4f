-- A write is prepared here and merged under the writers' lock. Gone with the transaction, however it ends.
create temp table stage_document (
    ordinal integer not null,
    origin text not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    state text collate "C" not null,
    doc jsonb,
    refs text[] not null,
    due timestamptz,
    import_hash bytea,
    import_doc jsonb,
    keys text[] collate "C" not null
) on commit drop;

-- from_pub counts from 1 within this write.
create temp table stage_incident on commit drop as
select id, version, from_pub, to_pub, kind, family, date_start, date_end, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids, episode, side,
    line_km, line_distance_km, precision, radius_m, killed_low, killed_high, injured_low, injured_high, grade, geom, extent, search, content_hash, updated,
    withheld_since, feature, document, title, place, district, province, country, claims, sources
from public_incident with no data;

create temp table stage_place on commit drop as
select id, version, from_pub, to_pub, ordinal, place, role, precision, radius_m, geom, key, name, district, province, country from public_incident_place with no data;

create temp table stage_shown on commit drop as
select id, version, document_version from shown_version with no data;

create temp table stage_gone on commit drop as
select id, version, from_pub, how, reason, successor from public_gone with no data;

create temp table stage_moved (id text collate "C" not null, from_pub bigint not null) on commit drop;
