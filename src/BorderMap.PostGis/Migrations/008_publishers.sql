-- Who published a public source, as a column: what the publisher filter and the counts by publisher read.
alter table public_source add column publisher text collate "C" generated always as (document::jsonb ->> 'publisher') stored;
create index public_source_publisher on public_source (publisher) where to_pub is null;
