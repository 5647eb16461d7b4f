-- Reports that somebody had read into drafts. Private: only the desk's connections may read these tables.
create table report (
    id text collate "C" primary key,
    at timestamptz not null,
    by text not null,
    -- SHA-256 of the text as it was given, in UTF-8; the text itself only where the operator keeps texts.
    sha256 text collate "C" not null,
    characters integer not null,
    text text,
    published date,
    publisher text,
    -- Whose own reporting it is, after wire attribution.
    origin text,
    title text,
    url text,
    -- Id of the source; made when the first draft is taken.
    source text collate "C",
    -- What was found beside the drafts: toponyms, what was left out and why, warnings. Offsets, no words.
    reading jsonb not null
);
create index report_at on report (at desc, id desc);
create index report_sha256 on report (sha256);

create table report_draft (
    report text collate "C" not null references report on delete cascade,
    n integer not null check (n > 0),
    -- The document as it was read, with the evidence of each field.
    draft jsonb not null,
    decision text check (decision in ('accepted', 'corrected', 'joined', 'rejected')),
    incident text collate "C",
    -- The document as a person made it of the draft, where it differs.
    corrected jsonb,
    by text,
    why text,
    decided timestamptz,
    primary key (report, n),
    check ((decision is null) = (decided is null))
);
create index report_draft_incident on report_draft (incident) where incident is not null;
