-- Ends sessions of an account, writes each into the audit trail, and answers how many there were.
WITH ended AS (
    UPDATE session
    SET revoked_at = @now
    WHERE session.account_id = @account_id
        AND session.revoked_at IS NULL
        AND CASE @which
            WHEN 'this' THEN session.key_hash = @key_hash
            WHEN 'one' THEN session.id = @id
            WHEN 'others' THEN session.key_hash <> @key_hash
        END
    RETURNING session.id
)

SELECT count(record_audit(@now, @actor, @address, 'sign_out', ended.id::text, NULL)) FROM ended
