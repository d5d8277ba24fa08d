SELECT
  (SELECT count(*) FROM qualified) AS delivered,
  count(*) AS hot,
  sum(CASE WHEN qualified_at IS NOT NULL AND incomplete_at IS NULL THEN 1 ELSE 0 END) AS complete_at_once,
  sum(CASE WHEN qualified_at IS NOT NULL AND incomplete_at IS NOT NULL THEN 1 ELSE 0 END) AS completed_later,
  sum(CASE WHEN qualified_at IS NULL THEN 1 ELSE 0 END) AS incomplete,
  (SELECT count(*) FROM qualified WHERE accepted_at IS NOT NULL) AS accepted,
  (SELECT count(*) FROM cycles, period WHERE returned_at >= begins AND returned_at < ends) AS returned
FROM cycles, period
WHERE hot_at >= begins AND hot_at < ends
