-- Who is in plans now.
SELECT plan_editor.plan_id, plan_editor.editor_key, person_name(plan_editor.editor) AS name, plan_editor.position, plan_editor.seen_at
FROM plan_editor
WHERE plan_editor.plan_id = ANY (@ids) AND plan_editor.seen_at > @since
ORDER BY plan_editor.editor, plan_editor.editor_key
