-- For a document that is being written: those whose days and places may be the same, the nearest in time, at most @limit.
select near.id
from incident_window_of(@doc) w
join incident_window near on near.id <> @id
    and near.first between w.first - 40 and w.last + @days and near.last >= w.first - @days
    and (near.west <= w.east and near.east >= w.west and near.south <= w.north and near.north >= w.south or near.west is null and w.west is null)
where not exists (select from different_incidents known where known.a = least(@id, near.id) and known.b = greatest(@id, near.id))
order by abs(near.first - w.first), near.id
limit @limit
