-- What the merge put aside goes into the indexes now: searches would read it through, row by row, until the next vacuum.
select gin_clean_pending_list(c.oid)
from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
where a.amname = 'gin' and i.indrelid in ('document'::regclass, 'public_incident'::regclass);
