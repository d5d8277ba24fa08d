, rejections AS (
  SELECT
    json_extract_scalar(rejection, '$.reason') AS reason,
    json_extract_scalar(rejection, '$.action') AS action,
    CAST(json_extract_scalar(rejection, '$.at') AS bigint) AS happened_at
  FROM cycles
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.rejections') AS ARRAY(JSON))) AS each_one (rejection)
)
SELECT reason, action, count(*) AS leads
FROM rejections, period
WHERE happened_at >= begins AND happened_at < ends
GROUP BY reason, action
ORDER BY reason, action
