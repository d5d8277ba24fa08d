SELECT standing, count(*) AS leads
FROM (
  SELECT
    CASE
      WHEN ended_at IS NOT NULL THEN ended_how
      WHEN sales_qualified_at IS NOT NULL THEN 'salesQualified'
      WHEN contacted_at IS NOT NULL THEN 'contacted'
      WHEN accepted_at IS NOT NULL THEN 'accepted'
      WHEN qualified_at IS NOT NULL THEN 'qualified'
      ELSE 'nurture'
    END AS standing
  FROM opened
) AS placed
GROUP BY standing
ORDER BY standing
