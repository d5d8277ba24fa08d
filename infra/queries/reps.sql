, deeds (rep, what, happened_at, value) AS (
  SELECT
    json_extract_scalar(assignment, '$.rep'),
    CASE WHEN json_extract_scalar(assignment, '$.isManager') = 'true' THEN 'assigned as manager' ELSE 'assigned' END,
    CAST(json_extract_scalar(assignment, '$.at') AS bigint),
    coalesce(score, 0)
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.assignments') AS ARRAY(JSON))) AS each_one (assignment)
  UNION ALL
  SELECT accepted_by, 'accepted', accepted_at, 0 FROM cycles
  UNION ALL
  SELECT json_extract_scalar(rejection, '$.rep'), 'rejected', CAST(json_extract_scalar(rejection, '$.at') AS bigint), 0
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.rejections') AS ARRAY(JSON))) AS each_one (rejection)
  UNION ALL
  SELECT json_extract_scalar(taken, '$.rep'), 'taken away', CAST(json_extract_scalar(taken, '$.at') AS bigint), 0
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.takenAway') AS ARRAY(JSON))) AS each_one (taken)
  UNION ALL
  SELECT contacted_by, 'contacted', contacted_at, 0 FROM cycles
  UNION ALL
  SELECT sales_qualified_by, 'sales-qualified', sales_qualified_at, 0 FROM cycles
  UNION ALL
  SELECT won_by, 'won', won_at, 0 FROM cycles
  UNION ALL
  SELECT accepted_by, 'credit', won_at, 0 FROM cycles
  UNION ALL
  SELECT lost_by, 'lost', lost_at, 0 FROM cycles
  UNION ALL
  SELECT recycled_by, 'recycled', recycled_at, 0 FROM cycles
  UNION ALL
  SELECT
    json_extract_scalar(promise, '$.rep'),
    json_extract_scalar(promise, '$.state'),
    CAST(json_extract_scalar(promise, '$.at') AS bigint),
    0
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.promises') AS ARRAY(JSON))) AS each_one (promise)
  WHERE json_extract_scalar(promise, '$.clause') <> 'alert'
    AND json_extract_scalar(promise, '$.state') IN ('kept', 'broken')
)
SELECT
  rep,
  sum(CASE WHEN what IN ('assigned', 'assigned as manager') THEN 1 ELSE 0 END) AS assigned,
  round(sum(value), 2) AS value,
  sum(CASE WHEN what = 'assigned as manager' THEN 1 ELSE 0 END) AS as_manager,
  sum(CASE WHEN what = 'accepted' THEN 1 ELSE 0 END) AS accepted,
  sum(CASE WHEN what = 'rejected' THEN 1 ELSE 0 END) AS rejected,
  sum(CASE WHEN what = 'taken away' THEN 1 ELSE 0 END) AS taken_away,
  sum(CASE WHEN what = 'contacted' THEN 1 ELSE 0 END) AS contacted,
  sum(CASE WHEN what = 'sales-qualified' THEN 1 ELSE 0 END) AS sales_qualified,
  sum(CASE WHEN what = 'won' THEN 1 ELSE 0 END) AS won,
  sum(CASE WHEN what = 'lost' THEN 1 ELSE 0 END) AS lost,
  sum(CASE WHEN what = 'recycled' THEN 1 ELSE 0 END) AS recycled,
  sum(CASE WHEN what = 'kept' THEN 1 ELSE 0 END) AS clauses_kept,
  sum(CASE WHEN what = 'broken' THEN 1 ELSE 0 END) AS clauses_broken,
  sum(CASE WHEN what = 'credit' THEN 1 ELSE 0 END) AS credit_won
FROM deeds, period
WHERE rep IS NOT NULL AND happened_at >= begins AND happened_at < ends
GROUP BY rep
ORDER BY rep
