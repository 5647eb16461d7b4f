-- Of these sources or actors, those that a public incident or episode shows; {shown} says when.
select wanted.id from unnest(@ids) as wanted(id)
where case @kind
    when 'source' then exists (select from public_incident where {shown} and source_ids @> array[wanted.id])
        or exists (select from public_episode where {shown} and source_ids @> array[wanted.id])
    when 'actor' then exists (select from public_incident where {shown} and actor_ids @> array[wanted.id])
        or exists (select from public_incident where {shown} and claimant_ids @> array[wanted.id])
        or exists (select from public_episode where {shown} and actor_ids @> array[wanted.id])
end
