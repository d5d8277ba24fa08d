, promises AS (
  SELECT
    json_extract_scalar(promise, '$.clause') AS clause,
    json_extract_scalar(promise, '$.state') AS state,
    CAST(json_extract_scalar(promise, '$.startedAt') AS bigint) AS started_at,
    CAST(json_extract_scalar(promise, '$.at') AS bigint) AS happened_at,
    CAST(json_extract_scalar(promise, '$.metAt') AS bigint) AS met_at
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.promises') AS ARRAY(JSON))) AS each_promise (promise)
),
-- A promise counts where it is decided; one that runs, by its start.
counted AS (
  SELECT promises.*
  FROM promises, period
  WHERE (CASE WHEN state = 'running' THEN started_at ELSE happened_at END) >= begins
    AND (CASE WHEN state = 'running' THEN started_at ELSE happened_at END) < ends
),
late AS (
  SELECT
    clause,
    met_at - happened_at AS late_by,
    row_number() OVER (PARTITION BY clause ORDER BY met_at - happened_at) AS place,
    count(*) OVER (PARTITION BY clause) AS many
  FROM counted
  WHERE state = 'broken' AND met_at IS NOT NULL
),
percentiles AS (
  SELECT
    clause,
    min(CASE WHEN place * 100 >= 50 * many THEN late_by END) AS late_by_p50,
    min(CASE WHEN place * 100 >= 99 * many THEN late_by END) AS late_by_p99
  FROM late
  GROUP BY clause
)
SELECT
  counted.clause,
  sum(CASE WHEN state = 'kept' THEN 1 ELSE 0 END) AS kept,
  sum(CASE WHEN state = 'broken' THEN 1 ELSE 0 END) AS broken,
  sum(CASE WHEN state = 'broken' AND met_at IS NOT NULL THEN 1 ELSE 0 END) AS late,
  sum(CASE WHEN state = 'void' THEN 1 ELSE 0 END) AS void,
  sum(CASE WHEN state = 'running' THEN 1 ELSE 0 END) AS running,
  round(CAST(sum(CASE WHEN state = 'kept' THEN 1 ELSE 0 END) AS decimal(20, 6))
    / nullif(sum(CASE WHEN state IN ('kept', 'broken') THEN 1 ELSE 0 END), 0), 4) AS rate,
  max(late_by_p50) AS late_by_p50,
  max(late_by_p99) AS late_by_p99
FROM counted
LEFT JOIN percentiles ON percentiles.clause = counted.clause
GROUP BY counted.clause
ORDER BY counted.clause
