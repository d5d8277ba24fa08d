, had (id, how, won_at, lost_at) AS (
  SELECT value, 'read', won_at, lost_at
  FROM qualified
  JOIN (SELECT DISTINCT lead_id, cycle_number, value FROM touches WHERE kind = 'content') AS content_read
    ON content_read.lead_id = qualified.lead_id AND cycle_number = number
  UNION ALL
  SELECT page, 'read', won_at, lost_at
  FROM qualified
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.qualified.pages') AS ARRAY(VARCHAR))) AS each_one (page)
  UNION ALL
  SELECT piece, 'offered', won_at, lost_at
  FROM qualified
  CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.qualified.offered') AS ARRAY(VARCHAR))) AS each_one (piece)
  UNION ALL
  SELECT piece, 'sent', won_at, lost_at
  FROM (
    SELECT DISTINCT lead_id, number, piece, won_at, lost_at
    FROM qualified
    CROSS JOIN UNNEST(CAST(json_extract(cycle, '$.sent') AS ARRAY(VARCHAR))) AS each_one (piece)
  ) AS each_once
)
SELECT
  id,
  sum(CASE WHEN how = 'read' THEN 1 ELSE 0 END) AS read,
  sum(CASE WHEN how = 'read' AND won_at IS NOT NULL THEN 1 ELSE 0 END) AS won,
  sum(CASE WHEN how = 'read' AND won_at IS NULL AND lost_at IS NOT NULL THEN 1 ELSE 0 END) AS lost,
  sum(CASE WHEN how = 'offered' THEN 1 ELSE 0 END) AS offered,
  sum(CASE WHEN how = 'sent' THEN 1 ELSE 0 END) AS sent,
  sum(CASE WHEN how = 'sent' AND won_at IS NOT NULL THEN 1 ELSE 0 END) AS sent_and_won,
  sum(CASE WHEN how = 'sent' AND won_at IS NULL AND lost_at IS NOT NULL THEN 1 ELSE 0 END) AS sent_and_lost
FROM had
GROUP BY id
ORDER BY won DESC, read DESC, id
