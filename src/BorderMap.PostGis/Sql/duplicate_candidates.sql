-- For each of @ids, those whose days and places may be the same: the nearest in time, at most @limit.
select w.id, o.id
from incident_window w
cross join lateral (
    select near.id
    from incident_window near
    where near.id <> w.id
        and near.first between w.first - 40 and w.last + @days and near.last >= w.first - @days
        and (near.west <= w.east and near.east >= w.west and near.south <= w.north and near.north >= w.south or near.west is null and w.west is null)
        and not exists (select from different_incidents known where known.a = least(w.id, near.id) and known.b = greatest(w.id, near.id))
    order by abs(near.first - w.first), near.id
    limit @limit
) o
where w.id = any (@ids)
