-- The public incidents of episodes; {shown} says when.
select episode, id, date_start, date_end from public_incident
where {shown} and episode = any (@ids)
order by episode, newest desc, id
