, told_outcomes (what, is_late, happened_at) AS (
  SELECT
    json_extract_scalar(outcome, '$.outcome'),
    json_extract_scalar(outcome, '$.isLate'),
    CAST(json_extract_scalar(outcome, '$.at') AS bigint)
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.applied') AS ARRAY(JSON))) AS each_one (outcome)
  UNION ALL
  SELECT json_extract_scalar(outcome, '$.why'), 'false', CAST(json_extract_scalar(outcome, '$.at') AS bigint)
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.unapplied') AS ARRAY(JSON))) AS each_one (outcome)
)
SELECT
  sum(CASE WHEN what = 'sales-qualified' THEN 1 ELSE 0 END) AS sales_qualified,
  sum(CASE WHEN what = 'won' THEN 1 ELSE 0 END) AS won,
  sum(CASE WHEN what = 'lost' THEN 1 ELSE 0 END) AS lost,
  sum(CASE WHEN is_late = 'true' THEN 1 ELSE 0 END) AS late,
  sum(CASE WHEN what = 'repeated' THEN 1 ELSE 0 END) AS repeated,
  sum(CASE WHEN what = 'contradictory' THEN 1 ELSE 0 END) AS contradictory,
  sum(CASE WHEN what = 'afterEnd' THEN 1 ELSE 0 END) AS after_an_end
FROM told_outcomes, period
WHERE happened_at >= begins AND happened_at < ends
