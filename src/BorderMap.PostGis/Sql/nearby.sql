-- Public incidents near one in space and time, the nearest in both first, by what is shown of them alone. The box, which
-- the index knows, is a little wider than the distance; points of provinces and countries are nobody's whereabouts.
select n.feature, n.metres / 1000, n.days
from (
    select o.id, o.feature, ST_DistanceSphere(o.geom, i.geom) as metres, greatest(o.date_start - i.date_end, i.date_start - o.date_end, 0) as days
    from public_incident i
    join public_incident o on o.id <> i.id and {shown o}
        and o.geom && ST_Expand(i.geom, @metres / (111000 * cos(radians(ST_Y(i.geom)))), @metres / 110000)
        and o.date_start <= i.date_end + @days and o.date_end >= i.date_start - @days
    where i.id = @id and {shown i} and i.precision = any (@precisions) and o.precision = any (@precisions)
) as n
where n.metres <= @metres
order by n.metres / @metres + n.days::double precision / @days, n.id
limit @limit
