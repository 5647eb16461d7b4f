-- Incidents one by one; nothing where they are more than {most}.
with checked as materialized (
    select count(*) <= {most} as fits from (
        select from public_incident
        where {shown}
            and geom && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
        limit {most} + 1
    ) one
)
select case when fits then (
    select coalesce(ST_AsMVT(spot, 'incidents', 4096, 'geom'), '') from (
        select ST_MakePoint(px, py) as geom, id, 1 as count, kind, family, grade, date_start::text, date_end::text, area, precision, radius_m, killed_low, killed_high{titles}
        from ({rows}) r
        order by id
    ) spot
) end
from checked
