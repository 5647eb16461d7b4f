-- Told when this transaction commits: who listens then sees the new state.
update public_state set pub = @pub, timeline = @timeline;
select pg_notify('bordermap_pub', (@pub::bigint)::text);
