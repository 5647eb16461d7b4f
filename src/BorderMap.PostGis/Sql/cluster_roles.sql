do $$
begin
    if not exists (select from pg_roles where rolname = 'bordermap') then
        create role bordermap login createdb createrole;
    end if;
    if not exists (select from pg_roles where rolname = 'bordermap_public') then
        create role bordermap_public login;
    end if;
    grant bordermap_public to bordermap;
end
$$;
