select coalesce(ST_AsMVT(unit, @layer, 4096, 'geom'), '') from (
    select ST_AsMVTGeom(ST_Transform(boundary, 3857), ST_TileEnvelope(@z, @x, @y), 4096, @buffer, true) as geom, id, kind, name, country, province
    from place
    where kind = any (@kinds) and boundary && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
    order by id
) unit
where geom is not null
