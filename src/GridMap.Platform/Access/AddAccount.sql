-- Adds an account with its roles; answers how many roles found their area, nothing when the login is taken.
WITH added AS (
    INSERT INTO account (login, display_name, password_hash, has_known_password, is_demo, created_at, password_changed_at)
    VALUES (@login, @name, @password_hash, @has_known_password, @is_demo, @now, @now)
    ON CONFLICT (login) DO NOTHING
    RETURNING id
),

wanted AS (
    SELECT wanted.role, wanted.area_code, current_area.id AS area_id
    FROM unnest(@roles, @area_codes) AS wanted (role, area_code)
    LEFT JOIN current_area ON current_area.code = wanted.area_code
    WHERE wanted.area_code IS NULL OR current_area.id IS NOT NULL
),

granted AS (
    INSERT INTO account_role (account_id, role, area_id)
    SELECT added.id, wanted.role, wanted.area_id
    FROM added
    CROSS JOIN wanted
    ON CONFLICT DO NOTHING
)

SELECT (SELECT count(*)::integer FROM wanted)
FROM added
CROSS JOIN record_audit(@now, @actor, NULL, 'account.added', @login, jsonb_build_object('roles', @roles, 'areas', @area_codes))
