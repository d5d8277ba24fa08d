SELECT
  held_out,
  count(*) AS qualified,
  count(accepted_at) AS accepted,
  count(sales_qualified_at) AS sales_qualified,
  count(won_at) AS won
FROM qualified
WHERE held_out IS NOT NULL
GROUP BY held_out
ORDER BY held_out
