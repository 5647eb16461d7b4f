select episode, id, date_start, date_end from public_incident
where to_pub is null and episode = any (@ids)
order by episode, newest desc, id
