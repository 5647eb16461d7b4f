using BorderMap.Incidents.Cql2;

namespace BorderMap.Incidents.Tests.Cql2;

/// <summary>The example filters of OGC 21-065, as its schema folder has them.</summary>
internal static class StandardExamples
{
    private const string Types = """
        text: city name cityName road_class etat_vol landsat:scene_id eo:instrument beamMode swathDirection polarization owner material geophys:SURVEY_NAME id
        number: balance depth category vehicle_height bridge_clearance eo:cloud_cover landsat:wrs_row landsat:wrs_path floors taxes value foo bar x
        boolean: swimming_pool
        date: built
        instant: updated event_time touchdown liftOff starts_at ends_at updated_at
        geometry: geometry road footprint location
        """;

    public static IReadOnlyList<QueryableProperty> Queryables { get; } = [.. Types.Split('\n').SelectMany(line => line.Split(": ")[1].Split(' ')
        .Select(name => new QueryableProperty(name, Enum.Parse<Cql2Type>(line.Split(':')[0], ignoreCase: true))))];

    /// <summary>The name of the example, the text, and the JSON of the standard where it is kept.</summary>
    public static IEnumerable<(string Name, string Text, string? Json)> All => Examples.Split("\n\n").Select(example => example.Split('\n')).Select(lines => (lines[0], lines[1], lines.ElementAtOrDefault(2)));

    private const string Examples = """
        clause6_02a
        city='Toronto'
        {"op":"=","args":[{"property":"city"},"Toronto"]}

        clause6_02c
        balance-150.0 > 0
        {"op":">","args":[{"op":"-","args":[{"property":"balance"},150]},0]}

        clause6_02d
        updated >= date('1970-01-01')
        {"op":">=","args":[{"property":"updated"},{"date":"1970-01-01"}]}

        clause6_03
        geometry IS NOT NULL
        {"op":"not","args":[{"op":"isNull","args":[{"property":"geometry"}]}]}

        clause7_01
        name LIKE 'Smith%'
        {"op":"like","args":[{"property":"name"},"Smith%"]}

        clause7_02
        depth BETWEEN 100.0 and 150.0
        {"op":"between","args":[{"property":"depth"},100,150]}

        clause7_03a
        cityName IN ('Toronto','Frankfurt','Tokyo','New York')
        {"op":"in","args":[{"property":"cityName"},["Toronto","Frankfurt","Tokyo","New York"]]}

        clause7_03b
        category NOT IN (1,2,3,4)
        {"op":"not","args":[{"op":"in","args":[{"property":"category"},[1,2,3,4]]}]}

        clause7_04
        CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))
        {"op":"in","args":[{"op":"casei","args":[{"property":"road_class"}]},[{"op":"casei","args":["Οδος"]},{"op":"casei","args":["Straße"]}]]}

        clause7_05
        ACCENTI(etat_vol) = ACCENTI('débárquér')
        {"op":"=","args":[{"op":"accenti","args":[{"property":"etat_vol"}]},{"op":"accenti","args":["débárquér"]}]}

        clause7_07
        S_INTERSECTS(geometry,POINT(36.319836 32.288087))
        {"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[36.319836,32.288087]}]}

        clause7_10
        S_CROSSES(road,POLYGON((43.7286 -79.2986, 43.7311 -79.2996, 43.7323 -79.2972, 43.7326 -79.2971, 43.7350 -79.2981, 43.7350 -79.2982, 43.7352 -79.2982, 43.7357 -79.2956, 43.7337 -79.2948, 43.7343 -79.2933, 43.7339 -79.2923, 43.7327 -79.2947, 43.7320 -79.2942, 43.7322 -79.2937, 43.7306 -79.2930, 43.7303 -79.2930, 43.7299 -79.2928, 43.7286 -79.2986)))

        clause7_12
        T_INTERSECTS(event_time, INTERVAL('1969-07-16T05:32:00Z', '1969-07-24T16:50:35Z'))
        {"op":"t_intersects","args":[{"property":"event_time"},{"interval":["1969-07-16T05:32:00Z","1969-07-24T16:50:35Z"]}]}

        clause7_13
        T_DURING(INTERVAL(touchdown, liftOff), INTERVAL('1969-07-16T13:32:00Z', '1969-07-24T16:50:35Z'))
        {"op":"t_during","args":[{"interval":[{"property":"touchdown"},{"property":"liftOff"}]},{"interval":["1969-07-16T13:32:00Z","1969-07-24T16:50:35Z"]}]}

        clause7_17
        T_DURING(INTERVAL('1969-07-20T20:17:40Z', '1969-07-21T17:54:00Z'), INTERVAL('1969-07-16T13:32:00Z', '1969-07-24T16:50:35Z'))
        {"op":"t_during","args":[{"interval":["1969-07-20T20:17:40Z","1969-07-21T17:54:00Z"]},{"interval":["1969-07-16T13:32:00Z","1969-07-24T16:50:35Z"]}]}

        clause7_19
        vehicle_height > (bridge_clearance-1)
        {"op":">","args":[{"property":"vehicle_height"},{"op":"-","args":[{"property":"bridge_clearance"},1]}]}

        example01
        landsat:scene_id = 'LC82030282019133LGN00'

        example04
        eo:cloud_cover < 0.1 AND landsat:wrs_row=28 AND landsat:wrs_path=203
        {"op":"and","args":[{"op":"<","args":[{"property":"eo:cloud_cover"},0.1]},{"op":"=","args":[{"property":"landsat:wrs_row"},28]},{"op":"=","args":[{"property":"landsat:wrs_path"},203]}]}

        example05a
        eo:cloud_cover=0.1 OR eo:cloud_cover=0.2
        {"op":"or","args":[{"op":"=","args":[{"property":"eo:cloud_cover"},0.1]},{"op":"=","args":[{"property":"eo:cloud_cover"},0.2]}]}

        example05b
        eo:cloud_cover IN (0.1,0.2)

        example06a
            eo:cloud_cover BETWEEN 0.1 AND 0.2 AND landsat:wrs_row=28 AND landsat:wrs_path=203

        example08
        beamMode='ScanSAR Narrow' AND swathDirection='ascending' AND polarization='HH+VV+HV+VH' AND s_intersects(footprint,POLYGON((-77.117938 38.936860, -77.040604 39.995648, -76.910536 38.892912, -77.039359 38.791753, -77.047906 38.841462, -77.034183 38.840655, -77.033142 38.857490, -77.117938 38.936860)))

        example13
        owner NOT LIKE '%Mike%'

        example14
        swimming_pool = true
        {"op":"=","args":[{"property":"swimming_pool"},true]}

        example16
        swimming_pool=true AND (floors>5 OR material LIKE 'brick%' OR material LIKE '%brick')
        {"op":"and","args":[{"op":"=","args":[{"property":"swimming_pool"},true]},{"op":"or","args":[{"op":">","args":[{"property":"floors"},5]},{"op":"like","args":[{"property":"material"},"brick%"]},{"op":"like","args":[{"property":"material"},"%brick"]}]}]}

        example17
        (floors>5 AND material='brick') OR swimming_pool=true
        {"op":"or","args":[{"op":"and","args":[{"op":">","args":[{"property":"floors"},5]},{"op":"=","args":[{"property":"material"},"brick"]}]},{"op":"=","args":[{"property":"swimming_pool"},true]}]}

        example18
        NOT (floors<5) OR swimming_pool=true
        {"op":"or","args":[{"op":"not","args":[{"op":"<","args":[{"property":"floors"},5]}]},{"op":"=","args":[{"property":"swimming_pool"},true]}]}

        example20
        T_BEFORE(built, DATE('2015-01-01'))
        {"op":"t_before","args":[{"property":"built"},{"date":"2015-01-01"}]}

        example22
        T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2017-06-10T07:30:00Z', '2017-06-11T10:30:00Z'))

        example23
        S_WITHIN(location,BBOX(-118,33.8,-117.9,34))
        {"op":"s_within","args":[{"property":"location"},{"bbox":[-118,33.8,-117.9,34]}]}

        example24
        S_INTERSECTS(geometry,POLYGON((-10.0 -10.0,10.0 -10.0,10.0 10.0,-10.0 -10.0)))
        {"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[-10,-10],[10,-10],[10,10],[-10,-10]]]}]}

        example28
        CASEI(geophys:SURVEY_NAME) LIKE CASEI('%calcutta%')
        {"op":"like","args":[{"op":"casei","args":[{"property":"geophys:SURVEY_NAME"}]},{"op":"casei","args":["%calcutta%"]}]}

        example30
        "id" <> 'fa7e1920-9107-422d-a3db-c468cbc5d6df'

        example36
        NOT "name" LIKE 'foo%'
        {"op":"not","args":[{"op":"like","args":[{"property":"name"},"foo%"]}]}

        example38
        NOT "value" BETWEEN 10 AND 20
        {"op":"not","args":[{"op":"between","args":[{"property":"value"},10,20]}]}

        example42
        NOT "value" IS NULL

        example43-alt01
        "name" NOT LIKE 'foo%' AND "value" > 10
        {"op":"and","args":[{"op":"not","args":[{"op":"like","args":[{"property":"name"},"foo%"]}]},{"op":">","args":[{"property":"value"},10]}]}

        example44
        ("value" IS NULL OR "value" BETWEEN 10 AND 20)
        {"op":"or","args":[{"op":"isNull","args":[{"property":"value"}]},{"op":"between","args":[{"property":"value"},10,20]}]}

        example45
        S_INTERSECTS("geometry", BBOX(-128.098193, -1.1, -99999.0, 180.0, 90.0, 100000.0))

        example47
        S_DISJOINT("geometry", MULTIPOLYGON (((144.022387 45.176126, -1.1 0.0, 180.0 47.808086, 144.022387 45.176126))))
        {"op":"s_disjoint","args":[{"property":"geometry"},{"type":"MultiPolygon","coordinates":[[[[144.022387,45.176126],[-1.1,0],[180,47.808086],[144.022387,45.176126]]]]}]}

        example48
        S_TOUCHES("geometry", MULTILINESTRING ((-1.9 -0.99999, 75.292574 1.5, -0.5 -4.016458, -31.708594 -74.743801, 179.0 -90.0),(-1.9 -1.1, 1.5 8.547371)))
        {"op":"s_touches","args":[{"property":"geometry"},{"type":"MultiLineString","coordinates":[[[-1.9,-0.99999],[75.292574,1.5],[-0.5,-4.016458],[-31.708594,-74.743801],[179,-90]],[[-1.9,-1.1],[1.5,8.547371]]]}]}

        example50
        S_OVERLAPS("geometry", BBOX(-179.912109, 1.9, 180.0, 16.897016))

        example51
        S_CROSSES("geometry", LINESTRING (172.03086 1.5, 1.1 -90.0, -159.757695 0.99999, -180.0 0.5, -12.111235 81.336403, -0.5 64.43958, 0.0 81.991815, -155.93831 90.0))

        example52
        S_CONTAINS("geometry", POINT (-3.508362 -1.754181))

        example53
        T_AFTER("updated_at", DATE('2010-02-10'))

        example54
        T_BEFORE("updated_at", TIMESTAMP('2012-08-10T05:30:00.000000Z'))
        {"op":"t_before","args":[{"property":"updated_at"},{"timestamp":"2012-08-10T05:30:00Z"}]}

        example55
        T_CONTAINS(INTERVAL('2000-01-01T00:00:00.000000Z', '2005-01-10T01:01:01.393216Z'), INTERVAL(starts_at, ends_at))
        {"op":"t_contains","args":[{"interval":["2000-01-01T00:00:00Z","2005-01-10T01:01:01.393216Z"]},{"interval":[{"property":"starts_at"},{"property":"ends_at"}]}]}

        example56
        T_DISJOINT(INTERVAL('..', '2005-01-10T01:01:01.393216Z'), INTERVAL(starts_at, ends_at))
        {"op":"t_disjoint","args":[{"interval":["..","2005-01-10T01:01:01.393216Z"]},{"interval":[{"property":"starts_at"},{"property":"ends_at"}]}]}

        example57
        T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2005-01-10', '2010-02-10'))
        {"op":"t_during","args":[{"interval":[{"property":"starts_at"},{"property":"ends_at"}]},{"interval":["2005-01-10","2010-02-10"]}]}

        example58
        T_EQUALS("updated_at", DATE('1851-04-29'))

        example59
        T_FINISHEDBY(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', '2010-02-10T05:29:20.073225Z'))
        {"op":"t_finishedBy","args":[{"interval":[{"property":"starts_at"},{"property":"ends_at"}]},{"interval":["1991-10-07T08:21:06.393262Z","2010-02-10T05:29:20.073225Z"]}]}

        example60
        T_FINISHES(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07', '2010-02-10T05:29:20.073225Z'))

        example62
        T_MEETS(INTERVAL('2005-01-10', '2010-02-10'), INTERVAL(starts_at, ends_at))

        example63
        T_METBY(INTERVAL('2010-02-10T05:29:20.073225Z', '2010-10-07'), INTERVAL(starts_at, ends_at))
        {"op":"t_metBy","args":[{"interval":["2010-02-10T05:29:20.073225Z","2010-10-07"]},{"interval":[{"property":"starts_at"},{"property":"ends_at"}]}]}

        example64
        T_OVERLAPPEDBY(INTERVAL('1991-10-07T08:21:06.393262Z', '2010-02-10T05:29:20.073225Z'), INTERVAL(starts_at, ends_at))

        example65
        T_OVERLAPS(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', '1992-10-09T08:08:08.393473Z'))

        example66
        T_STARTEDBY(INTERVAL('1991-10-07T08:21:06.393262Z', '2010-02-10T05:29:20.073225Z'), INTERVAL(starts_at, ends_at))

        example67
        T_STARTS(INTERVAL(starts_at, ends_at), INTERVAL('1991-10-07T08:21:06.393262Z', '..'))

        example72
        "value" > ("foo" + 10)

        example76
        "value" <= (2 ^ "foo")

        example77
        0 = ("foo" % 2)

        example78
        1 = ("foo" div 2)

        example83
        S_EQUALS(MULTIPOINT ((180.0 -0.5), (179.0 -47.121701), (180.0 -0.0), (33.470475 -0.99999), (179.0 -15.333062)), "geometry")

        example85-alt01
        value = - foo * 2.0 + "bar" / 6.1234 - "x" ^ 2.0

        example85
        "value" = ((((-1 * "foo") * 2.0) + ("bar" / 6.1234)) - ("x" ^ 2.0))
        {"op":"=","args":[{"property":"value"},{"op":"-","args":[{"op":"+","args":[{"op":"*","args":[{"op":"*","args":[-1,{"property":"foo"}]},2]},{"op":"/","args":[{"property":"bar"},6.1234]}]},{"op":"^","args":[{"property":"x"},2]}]}]}

        example86
        "name" LIKE CASEI('FOO%')
        """;
}
