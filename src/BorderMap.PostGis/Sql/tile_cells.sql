-- Incidents by the cells of a grid, spots apart from areas. A cell says only what all in it share; ranges are added low to low and high to high, and a
-- high is left out where one of them is open, as of a single incident.
select coalesce(ST_AsMVT(cell, 'incidents', 4096, 'geom'), '') from (
    select ST_MakePoint(px, py) as geom, id, count, kind, family, grade, date_start::text, date_end::text, area, precision, radius_m, killed_low, killed_high, without_figure
    from (
        select count(*)::integer as count,
            case when count(*) = 1 then min(id) end as id,
            case when min(kind) = max(kind) then min(kind) end as kind,
            case when min(family) = max(family) then min(family) end as family,
            case when min(grade) = max(grade) then min(grade) end as grade,
            case when count(date_start) = count(*) then min(date_start) end as date_start,
            case when count(date_end) = count(*) then max(date_end) end as date_end,
            area,
            case when min(precision) = max(precision) then min(precision) end as precision,
            max(radius_m) as radius_m,
            sum(killed_low)::integer as killed_low,
            case when count(killed_low) = count(killed_high) then sum(killed_high)::integer end as killed_high,
            (count(*) - count(killed_low))::integer as without_figure,
            (sum(px) / count(*))::integer as px,
            (sum(py) / count(*))::integer as py
        from ({rows}) r
        group by px / {cell}, py / {cell}, area
    ) counted
    order by px, py, area
) cell
