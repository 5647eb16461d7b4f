-- Episodes, sources and actors that this write may have made public, changed or hidden: of rows that came, went
-- or are to be rewritten, and of documents written.
with touched as (
    select episode, source_ids, actor_ids || claimant_ids as actor_ids from public_incident where from_pub > @base
    union all
    select p.episode, p.source_ids, p.actor_ids || p.claimant_ids
    from stage_moved m join public_incident p on p.id = m.id and p.to_pub = @base + m.from_pub
    union all
    select episode, source_ids, actor_ids || claimant_ids from public_incident where id = any (@rewritten)
)
select 'episode', episode from touched where episode is not null
union select 'source', unnest(source_ids) from touched
union select 'actor', unnest(actor_ids) from touched
union select kind, id from stage_document where kind in ('episode', 'source', 'actor')
union select 'source', unnest(@sources)
union select kind, id from document where kind = 'episode' and refs && array(select 'source:' || unnest(@sources))
union select kind, id from document where @all and kind in ('episode', 'source', 'actor')
