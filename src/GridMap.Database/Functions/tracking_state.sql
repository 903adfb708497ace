-- Whether the positions of the district have failed as a whole: of ten patrols on duty or more, fewer than one in ten were heard of when the minutes were last
-- looked at; and since when. No row while nobody looks at the minutes.
CREATE OR REPLACE FUNCTION tracking_state(at timestamptz)
RETURNS TABLE (is_lost boolean, since timestamptz)
LANGUAGE sql STABLE
AS $$
    SELECT
        count(*) >= 10 AND 10 * count(*) FILTER (WHERE patrol_seen.fixed_at >= presence_clock.watched_until - interval '2 minutes') < count(*),
        greatest(presence_clock.watched_from, max(duty.since), max(patrol_seen.fixed_at))
    FROM presence_clock
    JOIN on_duty_since(tracking_state.at) AS duty ON true
    LEFT JOIN patrol_seen ON patrol_seen.patrol_id = duty.patrol_id
    WHERE presence_clock.watched_until > tracking_state.at - interval '5 minutes'
    GROUP BY presence_clock.watched_from, presence_clock.watched_until
$$;
