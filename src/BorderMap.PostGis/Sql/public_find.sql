-- The row of one incident, now or as of a public sequence; else its tombstone.
select version, withheld_since, document, feature, updated, null as how, null as reason, null as successor
from public_incident
where id = @id and case when @asof is null then to_pub is null else from_pub <= @asof and (to_pub is null or to_pub > @asof) end
union all
select null, null, null, null, null, how, reason, successor
from public_gone
where id = @id and case when @asof is null then to_pub is null else from_pub <= @asof and (to_pub is null or to_pub > @asof) end
