-- The public sequence as it is; what the next public change counts from; the server's timeline.
select pub, case when timeline = now.here then pub else pub + @leap end, now.here
from public_state, (select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer as here) now
