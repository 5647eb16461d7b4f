-- When and where each incident may lie, hidden ones too: narrows the search for likely duplicates. Private.
create table incident_window (
    id text collate "C" primary key,
    -- Widened by what the date's precision leaves open.
    first date not null,
    last date not null,
    -- Degrees; widened by the radius and a margin. Null: no place.
    west double precision,
    south double precision,
    east double precision,
    north double precision
);
create index incident_window_first on incident_window (first);

-- One row; none for a document without a date. The margin: two spots 30 km apart are not one (data/rules/likeness.json). 0.77 is below the cosine of 39° N.
create function incident_window_of(doc jsonb) returns table (first date, last date, west double precision, south double precision, east double precision, north double precision)
language sql stable as $$
    select days.first - days.slack, days.last + days.slack, box.west, box.south, box.east, box.north
    from (
        select coalesce(doc #>> '{date,start}', doc #>> '{date,end}')::date as first, coalesce(doc #>> '{date,end}', doc #>> '{date,start}')::date as last,
            case doc #>> '{date,precision}' when 'week' then 3 when 'approx' then 3 when 'month' then 10 when 'year' then 31 else 0 end as slack
    ) days
    cross join (
        select min(at.lon - at.reach / 0.77) as west, min(at.lat - at.reach) as south, max(at.lon + at.reach / 0.77) as east, max(at.lat + at.reach) as north
        from (
            select coalesce((said ->> 'lon')::double precision, ST_X(known.geom)) as lon, coalesce((said ->> 'lat')::double precision, ST_Y(known.geom)) as lat,
                (coalesce((said ->> 'radius_m')::double precision, known.radius_m, 0) + 16000) / 111195 as reach
            from jsonb_array_elements(doc -> 'places') said left join place known on known.id = said ->> 'place'
        ) at
    ) box
    where days.first is not null
$$;

insert into incident_window
select d.id, w.* from document d cross join lateral incident_window_of(d.doc) w where d.kind = 'incident' and d.state not in ('retracted', 'merged', 'redacted');

-- Pairs that may be one happening, found after each change of one of them; gone as soon as one of them is written again. a < b.
create table likely_duplicate (
    a text collate "C" not null,
    b text collate "C" not null,
    score double precision not null,
    reasons text[] not null,
    doubts text[] not null,
    found timestamptz not null,
    primary key (a, b),
    check (a < b)
);
create index likely_duplicate_b on likely_duplicate (b);
create index likely_duplicate_score on likely_duplicate (score desc, a, b);

-- Pairs that somebody has looked at and found to be two happenings. a < b.
create table different_incidents (
    a text collate "C" not null,
    b text collate "C" not null,
    by text not null,
    why text not null,
    at timestamptz not null,
    primary key (a, b),
    check (a < b)
);

-- What readers say is wrong. Private; no address of a reader is kept.
create table error_report (
    id text collate "C" primary key,
    incident text collate "C" not null,
    -- The public version that the reader saw.
    version integer,
    words text not null,
    source_url text,
    contact text,
    at timestamptz not null,
    state text collate "C" not null default 'open' check (state in ('open', 'accepted', 'rejected')),
    -- Counts the decisions, so that two editors do not overwrite one another's.
    revision integer not null default 1,
    by text,
    reason text,
    decided timestamptz
);
create index error_report_incident on error_report (incident);
create index error_report_state on error_report (state, at desc, id);
