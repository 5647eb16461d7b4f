-- Authors find what was not taken of theirs. As document_drafts, for the lists of the desk.
create index document_retracted on document (updated desc, id desc) where kind = 'incident' and state = 'retracted';
