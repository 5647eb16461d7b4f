-- How many of the incidents shown have each value of a list, with the latest day that one of them begins and the last
-- change of one of them. Put in: the filter, the list, and what the list is read from beside the incidents.
with shown as (
    select id, actor_ids, place_ids, source_ids, date_start, updated from public_incident where {shown}
), paired as (
    select distinct {values} as value, i.id, i.date_start, i.updated from shown i {from}
)
select value, count(*), max(date_start), max(updated) from paired where value is not null group by value
union all
select null, count(*), max(date_start), max(updated) from shown
