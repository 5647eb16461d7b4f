-- The timeline of the server (a promoted standby begins a new one) that moved the public sequence last: what the old primary acknowledged and the new one never had
-- may have been seen under numbers that come again. On a new timeline the sequence therefore leaps, and no number means two things.
alter table public_state add column timeline integer not null default 1;
