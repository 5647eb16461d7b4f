-- How many incidents that were public at @asof are withheld, or show less, since.
select (select count(*) from public_withheld where from_pub <= @asof and (to_pub is null or to_pub > @asof))
    + (select count(*) from public_incident where withheld_since is not null and from_pub <= @asof and (to_pub is null or to_pub > @asof))
