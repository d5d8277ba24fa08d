, spans (what, begun_at, done_at, ended_at) AS (
  SELECT 'alert', qualified_at, alerted_at, ended_at FROM qualified
  UNION ALL
  SELECT 'accept', qualified_at, accepted_at, ended_at FROM qualified
  UNION ALL
  SELECT 'contact', qualified_at, contacted_at, ended_at FROM qualified
  UNION ALL
  SELECT 'verdict', contacted_at, verdict_at, ended_at FROM qualified WHERE contacted_at IS NOT NULL
  UNION ALL
  SELECT 'won', opened_at, won_at, ended_at FROM qualified
),
placed AS (
  SELECT
    what,
    done_at - begun_at AS took,
    row_number() OVER (PARTITION BY what ORDER BY done_at - begun_at) AS place,
    count(*) OVER (PARTITION BY what) AS many
  FROM spans
  WHERE done_at IS NOT NULL
),
percentiles AS (
  -- The value at the nearest rank, in milliseconds.
  SELECT
    what,
    min(CASE WHEN place * 100 >= 50 * many THEN took END) AS p50,
    min(CASE WHEN place * 100 >= 90 * many THEN took END) AS p90,
    min(CASE WHEN place * 100 >= 99 * many THEN took END) AS p99
  FROM placed
  GROUP BY what
)
SELECT
  spans.what,
  count(done_at) AS done,
  sum(CASE WHEN done_at IS NULL AND ended_at IS NULL THEN 1 ELSE 0 END) AS waiting,
  sum(CASE WHEN done_at IS NULL AND ended_at IS NOT NULL THEN 1 ELSE 0 END) AS never,
  max(p50) AS p50,
  max(p90) AS p90,
  max(p99) AS p99
FROM spans
LEFT JOIN percentiles ON percentiles.what = spans.what
GROUP BY spans.what
ORDER BY spans.what
