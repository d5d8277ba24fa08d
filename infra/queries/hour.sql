, last_told AS (
  SELECT max(CAST(json_extract_scalar(body, '$.lastAt') AS bigint)) AS as_of FROM leads
)
SELECT
  count(*) AS qualified,
  sum(CASE WHEN contacted_at - qualified_at <= 3600000 THEN 1 ELSE 0 END) AS within_the_hour,
  round(CAST(sum(CASE WHEN contacted_at - qualified_at <= 3600000 THEN 1 ELSE 0 END) AS decimal(20, 6)) / nullif(count(*), 0), 4) AS rate
FROM qualified, last_told
WHERE qualified_at <= as_of - 3600000
