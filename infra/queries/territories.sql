SELECT
  territory AS key,
  count(*) AS captured,
  count(qualified_at) AS qualified,
  count(accepted_at) AS accepted,
  count(sales_qualified_at) AS sales_qualified,
  count(won_at) AS won,
  count(lost_at) AS lost,
  sum(json_array_length(json_extract(cycle, '$.rejections'))) AS rejected
FROM opened
GROUP BY territory
ORDER BY key
