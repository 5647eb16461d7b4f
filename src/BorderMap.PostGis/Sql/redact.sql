-- Empties every stored version. The document itself is emptied by the version that the write adds.
update change set doc = null where kind = 'incident' and id = @id
