select coalesce(ST_AsMVT(line, @layer, 4096, 'geom'), '') from (
    select ST_AsMVTGeom(ST_Transform(@line, 3857), ST_TileEnvelope(@z, @x, @y), 4096, @buffer, true) as geom, 'Durand Line' as name
    where @line && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
) line
where geom is not null
