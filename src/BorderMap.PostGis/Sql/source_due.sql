-- When the delay of a source written ends, what rests on it has to be looked at again.
update document d set due = case when (d.doc #>> '{sensitivity,public_from}')::timestamptz > @at then (d.doc #>> '{sensitivity,public_from}')::timestamptz end
from stage_document s where s.kind = 'source' and d.kind = 'source' and d.id = s.id
