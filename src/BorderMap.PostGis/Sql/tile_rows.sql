select * from (
    -- Left as it stands (offset 0), so that the units are reckoned once a row.
    select id, kind, family, grade, date_start, date_end, precision, radius_m, killed_low, killed_high, feature,
        -- What is known to an area, or to more than 5 km, is no spot.
        precision in ('district', 'province', 'country') or radius_m > 5000 as area,
        floor((ST_X(geom) + 180) * (@across / 360) - @left)::integer as px,
        floor((0.5 - ln(tan(pi() / 4 + radians(ST_Y(geom)) / 2)) / (2 * pi())) * @across - @top)::integer as py
    from public_incident
    where {shown}
        and geom && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
    offset 0
) near
where px between 0 and 4095 and py between 0 and 4095
