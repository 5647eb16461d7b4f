-- Empties every stored version, and what a report said of it. The document itself is emptied by the version that the write adds.
update change set doc = null where kind = 'incident' and id = @id;
delete from report_draft where incident = @id
