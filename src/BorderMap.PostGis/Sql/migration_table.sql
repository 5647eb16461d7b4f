create table if not exists migration (
    version integer primary key,
    name text not null,
    at timestamptz not null
);
