, happened (what, happened_at) AS (
  SELECT 'captured', opened_at FROM cycles
  UNION ALL
  SELECT 'qualified', qualified_at FROM cycles
  UNION ALL
  SELECT 'accepted', accepted_at FROM cycles
  UNION ALL
  SELECT 'sales-qualified', sales_qualified_at FROM cycles
  UNION ALL
  SELECT 'won', won_at FROM cycles
  UNION ALL
  SELECT 'lost', lost_at FROM cycles
),
by_week AS (
  SELECT what, CAST(date_trunc('week', from_unixtime(happened_at / 1000.0, '{{zone}}')) AS date) AS monday
  FROM happened, period
  WHERE happened_at >= begins AND happened_at < ends
)
SELECT
  monday,
  sum(CASE WHEN what = 'captured' THEN 1 ELSE 0 END) AS captured,
  sum(CASE WHEN what = 'qualified' THEN 1 ELSE 0 END) AS qualified,
  sum(CASE WHEN what = 'accepted' THEN 1 ELSE 0 END) AS accepted,
  sum(CASE WHEN what = 'sales-qualified' THEN 1 ELSE 0 END) AS sales_qualified,
  sum(CASE WHEN what = 'won' THEN 1 ELSE 0 END) AS won,
  sum(CASE WHEN what = 'lost' THEN 1 ELSE 0 END) AS lost
FROM by_week
GROUP BY monday
ORDER BY monday
