-- Of these sources or actors, those that a current public incident or episode shows.
select wanted.id from unnest(@ids) as wanted(id)
where case @kind
    when 'source' then exists (select from public_incident where to_pub is null and source_ids @> array[wanted.id])
        or exists (select from public_episode where to_pub is null and source_ids @> array[wanted.id])
    when 'actor' then exists (select from public_incident where to_pub is null and actor_ids @> array[wanted.id])
        or exists (select from public_incident where to_pub is null and claimant_ids @> array[wanted.id])
        or exists (select from public_episode where to_pub is null and actor_ids @> array[wanted.id])
end
