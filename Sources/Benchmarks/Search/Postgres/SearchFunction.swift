/// The search of contract section 4 as one function of SQL, with what an answer of `detail=top` says in codes.
///
/// It shares no code with the matcher but what a service says of itself, so that one checks the other. Plain conditions
/// and bits of integers, one walk over the table, nothing kept as text or JSON until the first twenty are known.
/// PostgreSQL puts the function into the statement that calls it, so that a prepared statement keeps the plan.
enum SearchFunction {
    static let text = """
        CREATE FUNCTION search(
            moment timestamptz, age int, gender int, transgender boolean, turns_18 boolean, household int,
            needed_beds int, needed_units int, children_known boolean, oldest_son int, residence int, forms int,
            circumstances int, ruled_out int, targets int, threat int, required int, horizon int,
            danger_known boolean, danger_provinces int, danger_touched int, danger_municipalities int[],
            here int, home int, safe_home boolean, wheelchair boolean, pet boolean, unclear boolean, inspected boolean,
            authorised boolean, onward boolean,
            wanted_provinces int, wanted_kinds int, wanted_freedoms int, wanted_levels int, wanted_services text[],
            refused_provinces int, refused_kinds int, refused_freedoms int, refused_levels int, refused_services text[]
        ) RETURNS TABLE (sections json, placements json, excluded json, blockers json)
        LANGUAGE sql STABLE PARALLEL SAFE AS $$
        -- Of kinds: 1 time-out, 6 emergency beds, 128 COSM, 256 OMP, 425984 for later only, 1048576 for the homeless.
        -- Of circumstances: 591 the multi-problem marks. Of forms: 128 serious disadvantage. Of conditions: 4 the
        -- danger area.
        WITH judged AS MATERIALIZED (
            SELECT s.number,
                -- Why not, a bit for each reason; contra-indications from bit 20.
                (CASE WHEN search.age < s.minimum_age OR search.age > s.maximum_age THEN 1 ELSE 0 END
                | CASE WHEN search.gender <= 1 AND s.genders & (1 << search.gender) = 0 THEN 2 ELSE 0 END
                | CASE WHEN s.households & (1 << search.household) = 0 THEN 4 ELSE 0 END
                | CASE WHEN s.sons_maximum < search.oldest_son THEN 8 ELSE 0 END
                | CASE WHEN s.total < CASE WHEN s.is_unit THEN needed_units ELSE needed_beds END THEN 16 ELSE 0 END
                | CASE WHEN s.residence_no & (1 << search.residence) <> 0 THEN 32 ELSE 0 END
                | CASE WHEN CASE WHEN search.forms = 0 THEN false WHEN search.forms = 128 THEN NOT s.serves_serious
                    ELSE s.forms & search.forms = 0 AND s.forms <> 0 END THEN 64 ELSE 0 END
                | CASE WHEN s.only_for <> 0 AND s.only_for & circumstances = 0 THEN 128 ELSE 0 END
                | CASE WHEN search.pet AND s.pets = 2 THEN 256 ELSE 0 END
                | CASE WHEN search.wheelchair AND s.no_wheelchair THEN 512 ELSE 0 END
                | CASE WHEN s.security < required AND NOT s.ambulatory THEN 1024 ELSE 0 END
                | CASE WHEN threat > 0 AND danger_touched <> 0 AND (threat = 2 OR s.security < 2) AND NOT s.ambulatory
                    AND CASE WHEN s.security = 3 THEN (s.province | s.unsafe_touched) & danger_touched <> 0
                        ELSE (s.province | s.unsafe_touched) & danger_provinces <> 0
                            OR s.unsafe_provinces & danger_touched <> 0
                            OR s.security > 0 AND s.municipality = ANY (danger_municipalities)
                            OR s.unsafe_municipalities && danger_municipalities END THEN 2048 ELSE 0 END
                | CASE WHEN s.needs_order AND NOT authorised THEN 4096 ELSE 0 END
                | CASE WHEN s.limited AND CASE
                    WHEN here IS NULL THEN s.served_touched & home = 0
                    ELSE s.served_provinces & home = 0 AND (here = ANY (s.served_municipalities)) IS NOT TRUE END
                    THEN 8192 ELSE 0 END
                | CASE WHEN s.province & refused_provinces <> 0 OR s.kind & refused_kinds <> 0
                    OR (1 << s.restriction) & refused_freedoms <> 0 OR (1 << s.security) & refused_levels <> 0
                    OR s.number = ANY (ARRAY(SELECT r.number FROM service r WHERE r.id = ANY (refused_services)))
                    THEN 16384 ELSE 0 END
                | CASE WHEN s.ambulatory AND NOT safe_home THEN 32768 ELSE 0 END
                | CASE WHEN onward AND s.kind & 135 <> 0 THEN 65536 ELSE 0 END
                | CASE WHEN s.closed THEN 131072 ELSE 0 END
                )::bigint | ((s.absolute & circumstances & ~ruled_out)::bigint << 20) AS shut,
                CASE WHEN s.known_at + s.reliable_for >= (SELECT extract(epoch FROM moment)::float8) THEN s.free
                    ELSE 0 END AS free,
                -- For seventeen-year-olds: an adult place that is not scarce, short or unsuitable.
                turns_18 AND s.minimum_age = 18 AND NOT s.ambulatory AND NOT s.short_stay AND s.kind & 1048832 = 0
                    AS adult
            FROM service s
        ),
        refused AS MATERIALIZED (
            SELECT shut, count(*) AS services, sum(free) AS free
            FROM judged WHERE shut <> 0 AND NOT (shut = 1 AND adult) GROUP BY shut
        ),
        open AS MATERIALIZED (
            SELECT s.number, j.shut, s.kind, s.ambulatory, s.short_stay, s.free, s.restriction, s.security,
                s.reliable_for,
                (CASE WHEN s.residence_conditional & (1 << search.residence) <> 0 THEN 1 ELSE 0 END
                | CASE WHEN NOT s.welcomes_transgender AND (search.gender = 2 AND s.genders & 4 = 0
                    OR search.transgender AND s.single_sex) THEN 2 ELSE 0 END
                | CASE WHEN threat = 1 AND danger_touched <> 0 AND s.security >= 2 AND NOT s.ambulatory
                    AND CASE WHEN s.security = 3 THEN (s.province | s.unsafe_touched) & danger_touched <> 0
                        ELSE (s.province | s.unsafe_touched) & danger_provinces <> 0
                            OR s.unsafe_provinces & danger_touched <> 0
                            OR s.municipality = ANY (danger_municipalities)
                            OR s.unsafe_municipalities && danger_municipalities END THEN 4 ELSE 0 END
                | CASE WHEN search.pet AND s.pets = 1 THEN 8 ELSE 0 END
                | CASE WHEN search.residence = 9 AND s.restricts_residence THEN 16 ELSE 0 END
                | CASE WHEN search.gender = 3 AND s.restricts_gender THEN 32 ELSE 0 END
                )::bigint | ((s.conditional & circumstances & ~ruled_out)::bigint << 20) AS conditions,
                CASE WHEN s.ambulatory THEN s.waiting_days
                    WHEN s.free >= CASE WHEN s.is_unit THEN needed_units ELSE needed_beds END THEN 0
                    WHEN s.free >= 0 AND s.expected_on >= (SELECT (moment AT TIME ZONE 'UTC')::date)
                        THEN s.expected_on - (SELECT (moment AT TIME ZONE 'UTC')::date) END AS days,
                (SELECT extract(epoch FROM moment)::float8) - s.known_at AS seconds,
                CASE WHEN s.province & wanted_provinces <> 0 THEN 1 ELSE 0 END
                    + CASE WHEN s.kind & wanted_kinds <> 0 THEN 1 ELSE 0 END
                    + CASE WHEN (1 << s.restriction) & wanted_freedoms <> 0 THEN 1 ELSE 0 END
                    + CASE WHEN (1 << s.security) & wanted_levels <> 0 THEN 1 ELSE 0 END
                    + CASE WHEN s.id = ANY (wanted_services) THEN 1 ELSE 0 END AS wishes,
                turns_18 AND NOT s.spans_18 AS stops,
                bit_count((s.special_circumstances & circumstances)::bit(32))
                    + bit_count((s.special_targets & targets)::bit(32)) AS marks, s.expertise,
                (s.province = home AND danger_provinces & home = 0) IS TRUE AS own
            FROM judged j JOIN service s USING (number)
            WHERE j.shut = 0 OR j.shut = 1 AND j.adult
        ),
        placed AS MATERIALIZED (
            SELECT CASE WHEN certain <= 3 AND seconds > reliable_for THEN 4 ELSE certain END AS section, number, shut,
                conditions, days, seconds, wishes, stops, restriction, marks, expertise, own, security
            FROM (SELECT *, CASE
                    WHEN kind & 1048576 <> 0 THEN 8
                    WHEN shut <> 0 OR kind & 425984 <> 0 AND horizon < 90 THEN 7
                    WHEN days > horizon OR NOT ambulatory AND free >= 0 AND days IS NULL THEN 6
                    WHEN kind & 256 <> 0 AND circumstances & 591 = 0 THEN 5
                    WHEN short_stay AND CASE WHEN kind & 1 <> 0 THEN NOT (unclear OR wanted_kinds & 1 <> 0)
                        ELSE kind & 6 = 0 OR NOT (inspected OR search.forms & 128 <> 0) END THEN 3
                    WHEN conditions <> 0 THEN 2 ELSE 1 END AS certain
                FROM open) o
        ),
        best AS MATERIALIZED (
            SELECT section, number, shut, conditions, days, wishes, marks, own, row_number() OVER () AS rank FROM (
                SELECT * FROM placed
                ORDER BY section, conditions & 4, bit_count(conditions::bit(64)), wishes DESC, stops, restriction,
                    2 * marks + expertise DESC, own DESC, security, days NULLS LAST, floor(greatest(seconds, 0) / 3600),
                    number
                LIMIT 20) p
        ),
        asked AS MATERIALIZED (
            SELECT s.*, b.section, b.rank, b.conditions, b.days, b.wishes, b.marks, b.own,
                (s.unstated & (CASE WHEN search.gender = 2 AND welcomes_transgender THEN 0 ELSE 1 END
                    | CASE WHEN shut = 0 THEN 6 ELSE 0 END | CASE WHEN search.household IS NULL THEN 0 ELSE 8 END
                    | CASE WHEN oldest_son IS NULL THEN 0 ELSE 16 END
                    | CASE WHEN search.residence IS NULL THEN 0 ELSE 32 END
                    | CASE WHEN search.wheelchair THEN 64 ELSE 0 END | CASE WHEN search.pet THEN 128 ELSE 0 END | 256)
                | CASE WHEN threat > 0 AND NOT ambulatory AND municipality = 0 AND security < 3
                    AND province & danger_touched <> 0 AND conditions & 4 = 0
                    AND ((province | unsafe_touched) & danger_provinces <> 0 OR unsafe_provinces & danger_touched <> 0
                        OR unsafe_municipalities && danger_municipalities) IS NOT TRUE THEN 512 ELSE 0 END
                | CASE WHEN search.residence IS NULL AND restricts_residence THEN 1024 ELSE 0 END
                | CASE WHEN search.household IS NULL AND households <> 31 THEN 2048 ELSE 0 END
                | CASE WHEN NOT children_known AND search.household IN (1, 3) AND sons_maximum <= 120 THEN 4096
                    ELSE 0 END
                | CASE WHEN search.forms = 0 AND NOT serves_all THEN 8192 ELSE 0 END
                | CASE WHEN search.wheelchair IS NULL AND s.no_wheelchair THEN 16384 ELSE 0 END
                | CASE WHEN search.pet IS NULL AND pets > 0 THEN 32768 ELSE 0 END
                | CASE WHEN threat > 0 AND NOT ambulatory AND NOT danger_known THEN 65536 ELSE 0 END
                | CASE WHEN limited AND here IS NULL AND (home IS NULL OR served_provinces & home = 0) THEN 131072
                    ELSE 0 END
                )::bigint | (((absolute | conditional) & ~circumstances & ~ruled_out)::bigint << 20) AS asks
            FROM best b JOIN service s USING (number)
        )
        SELECT
            (SELECT json_agg(json_build_object('section', section, 'total', total) ORDER BY section)
                FROM (SELECT section, count(*) AS total FROM placed GROUP BY section) t),
            (SELECT json_agg(json_build_object(
                    'serviceId', id, 'section', section, 'total', total, 'free', free, 'expectedFreeOn', expected_on,
                    'confirmedAt', known_at, 'waitingDays', days,
                    'reasons', array_remove(ARRAY[
                        CASE WHEN conditions & 4 <> 0 OR security = 3 OR threat > 0 AND danger_touched <> 0
                            AND NOT ambulatory AND asks & 512 = 0 THEN 'safety' END,
                        'conditions', CASE WHEN wishes > 0 THEN 'wishes' END, CASE WHEN turns_18 THEN 'continuity' END,
                        'least_restrictive', CASE WHEN marks > 0 OR has_expertise THEN 'specialisation' END,
                        CASE WHEN own THEN 'region' END, CASE WHEN NOT ambulatory THEN 'over_security' END, 'wait',
                        'freshness'], NULL),
                    'conditions', ARRAY(SELECT code FROM condition WHERE conditions & mask <> 0 ORDER BY mask),
                    'ask', ARRAY(SELECT code FROM question WHERE asks & mask <> 0 ORDER BY mask)) ORDER BY rank)
                FROM asked),
            (SELECT json_agg(json_build_object('code', code, 'services', services) ORDER BY services DESC, code)
                FROM (SELECT code, sum(services) AS services FROM refused JOIN reason ON shut & mask <> 0
                    GROUP BY code) t),
            (SELECT json_agg(json_build_object('codes', codes, 'services', services, 'freePlaces', free)
                    ORDER BY cardinality(codes), services DESC, free DESC, codes)
                FROM (SELECT services, free,
                        ARRAY(SELECT code FROM reason WHERE shut & mask <> 0 ORDER BY code) AS codes
                    FROM refused WHERE bit_count(shut::bit(64)) <= 2 AND shut & 131072 = 0 OFFSET 0) t)
        $$;
        """
}
