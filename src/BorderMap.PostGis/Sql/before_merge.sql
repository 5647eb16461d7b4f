select doc::text from change
where kind = 'incident' and id = @winner and not doc @> jsonb_build_object('merged', jsonb_build_array(jsonb_build_object('id', @loser::text)))
order by version desc limit 1
