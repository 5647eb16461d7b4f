,
            left(feature::json #>> '{properties,title}', 160) as title, left(feature::json #>> '{properties,place}', 80) as place
