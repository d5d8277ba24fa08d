, kinds (kind) AS (
  SELECT 'source' UNION ALL SELECT 'campaign' UNION ALL SELECT 'content'
),
whiches (which) AS (
  SELECT 'first' UNION ALL SELECT 'last'
)
SELECT
  kinds.kind,
  which,
  touches.value AS key,
  count(*) AS captured,
  count(qualified_at) AS qualified,
  count(accepted_at) AS accepted,
  count(sales_qualified_at) AS sales_qualified,
  count(won_at) AS won,
  count(lost_at) AS lost,
  sum(json_array_length(json_extract(cycle, '$.rejections'))) AS rejected
FROM opened
CROSS JOIN kinds
CROSS JOIN whiches
LEFT JOIN touches ON touches.lead_id = opened.lead_id
  AND touches.cycle_number = opened.number
  AND touches.kind = kinds.kind
  AND (CASE WHEN which = 'first' THEN from_first ELSE from_last END) = 1
GROUP BY kinds.kind, which, touches.value
ORDER BY kinds.kind, which, key
