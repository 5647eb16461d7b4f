-- Others have moved the public sequence since this write put its rows there: they come after that.
update public_incident set from_pub = from_pub + @by where from_pub > @from and xmin = pg_current_xact_id()::xid;
update public_incident_place set from_pub = from_pub + @by where from_pub > @from and xmin = pg_current_xact_id()::xid;
