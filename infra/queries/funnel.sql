, stages (place, stage, cohort, flow) AS (
  SELECT 1, 'captured', (SELECT count(*) FROM opened), (SELECT count(*) FROM opened)
  UNION ALL
  SELECT 2, 'qualified (MQL)',
    (SELECT count(*) FROM opened WHERE qualified_at IS NOT NULL),
    (SELECT count(*) FROM qualified)
  UNION ALL
  SELECT 3, 'accepted (SAL)',
    (SELECT count(*) FROM opened WHERE qualified_at IS NOT NULL AND accepted_at IS NOT NULL),
    (SELECT count(*) FROM cycles, period WHERE accepted_at >= begins AND accepted_at < ends)
  UNION ALL
  SELECT 4, 'sales-qualified (SQL)',
    (SELECT count(*) FROM opened WHERE qualified_at IS NOT NULL AND sales_qualified_at IS NOT NULL),
    (SELECT count(*) FROM cycles, period WHERE sales_qualified_at >= begins AND sales_qualified_at < ends)
  UNION ALL
  SELECT 5, 'won',
    (SELECT count(*) FROM opened WHERE qualified_at IS NOT NULL AND won_at IS NOT NULL),
    (SELECT count(*) FROM cycles, period WHERE won_at >= begins AND won_at < ends)
)
SELECT
  stage,
  cohort,
  round(CAST(cohort AS decimal(20, 6)) / nullif(lag(cohort) OVER (ORDER BY place), 0), 4) AS of_the_stage_before,
  flow
FROM stages
ORDER BY place
