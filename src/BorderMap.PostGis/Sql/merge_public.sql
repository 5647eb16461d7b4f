-- @base is the public sequence before this write; from_pub in the stage counts from 1.
insert into stage_moved (id, from_pub)
select id, from_pub from stage_incident union all select id, from_pub from stage_gone;

update public_incident_place p set to_pub = @base + m.from_pub
from stage_moved m where p.id = m.id and p.to_pub is null;

update public_incident p set to_pub = @base + m.from_pub
from stage_moved m where p.id = m.id and p.to_pub is null;

update public_gone g set to_pub = @base + m.from_pub
from stage_moved m where g.id = m.id and g.to_pub is null;

insert into public_incident (id, version, from_pub, kind, family, date_start, date_end, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids,
    episode, side, line_km, line_distance_km, precision, radius_m, killed_low, killed_high, injured_low, injured_high, grade, geom, extent, search, content_hash,
    updated, feature, document, title, place, district, province, country, claims, sources)
select id, version, @base + from_pub, kind, family, date_start, date_end, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids,
    episode, side, line_km, line_distance_km, precision, radius_m, killed_low, killed_high, injured_low, injured_high, grade, geom, extent, search, content_hash,
    updated, feature, document, title, place, district, province, country, claims, sources
from stage_incident;

insert into public_incident_place (id, version, from_pub, ordinal, place, role, precision, radius_m, geom, key, name, district, province, country)
select id, version, @base + from_pub, ordinal, place, role, precision, radius_m, geom, key, name, district, province, country from stage_place;

insert into shown_version (id, version, document_version)
select id, version, document_version from stage_shown
on conflict (id, version) do update set document_version = excluded.document_version;

insert into public_gone (id, from_pub, how, reason, successor, version, at)
select id, @base + from_pub, how, reason, successor, version, @at from stage_gone;
