-- What filters in CQL2 compute with. None of it fails: what has no result is null, as what is not known.

-- Beyond 1e100 in size no result is kept, below 1e-100 it is 0: so no step of a longer calculation leaves the range of numbers.
create function cql_bounded(a double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return case when abs(a) > 1e100 then null when abs(a) < 1e-100 then 0 else a end;
end $$;

create function cql_plus(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return cql_bounded(a + b);
end $$;

create function cql_minus(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return cql_bounded(a - b);
end $$;

create function cql_times(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return cql_bounded(a * b);
end $$;

create function cql_divided(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return case when b <> 0 then cql_bounded(a / b) end;
end $$;

-- The whole part of a quotient.
create function cql_div(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return case when b <> 0 then cql_bounded(trunc(a / b)) end;
end $$;

-- The rest has the sign of what is divided; beyond 2^53 there is no telling.
create function cql_modulo(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return case when b = 0 then null when abs(a / b) > 9007199254740992 then null else cql_bounded(a - b * trunc(a / b)) end;
end $$;

create function cql_power(a double precision, b double precision) returns double precision language plpgsql immutable strict parallel safe as $$
begin
    return case
        when a = 0 then case when b > 0 then 0 when b = 0 then 1 end
        when a < 0 and b <> trunc(b) then null
        when b * ln(abs(a)) > 231 then null
        when b * ln(abs(a)) < -231 then 0
        else cql_bounded(power(a, b)) end;
end $$;

-- Texts are kept in the order of their code points; upper and lower case are the database's.
create function cql_casei(a text) returns text language sql immutable strict parallel safe as $$
    select lower(a collate "default")
$$;

-- Without accents and vowel signs, Latin and Arabic; letters whose stroke is part of them go to the plain one.
create function cql_accenti(a text) returns text language sql immutable strict parallel safe as $$
    select translate(regexp_replace(normalize(a, NFD), '[\u0300-\u036f\u064b-\u065f\u0670]', '', 'g'), 'øØłŁđĐħĦŧŦı', 'oOlLdDhHtTi')
$$;
