select coalesce(ST_AsMVT(spot, @layer, 4096, 'geom'), '') from (
    select ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(@z, @x, @y), 4096, 0, true) as geom, id, kind, name, country, province, district, radius_m::integer
    from place
    where kind = any (@kinds) and geom && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
    order by id
) spot
where geom is not null
