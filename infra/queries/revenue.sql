, deals (what, rep, currency, amount) AS (
  SELECT 'won', won_by, revenue_currency, revenue FROM cycles, period WHERE won_at >= begins AND won_at < ends
  UNION ALL
  SELECT 'outside', won_by, revenue_currency, revenue
  FROM cycles, period
  WHERE won_at >= begins AND won_at < ends AND qualified_at IS NULL
  UNION ALL
  SELECT 'pipeline', sales_qualified_by, pipeline_currency, pipeline FROM cycles WHERE ended_at IS NULL
  UNION ALL
  SELECT 'credit', accepted_by, revenue_currency, revenue
  FROM cycles, period
  WHERE won_at >= begins AND won_at < ends AND accepted_by IS NOT NULL
)
SELECT what, rep, currency, round(sum(amount), 2) AS amount, count(*) AS deals
FROM deals
WHERE amount IS NOT NULL
GROUP BY what, rep, currency
ORDER BY what, rep, currency
