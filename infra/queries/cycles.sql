WITH period AS (
  -- Days of {{zone}}: from the first, before the second.
  SELECT
    CAST(to_unixtime(with_timezone(TIMESTAMP '{{from}} 00:00:00', '{{zone}}')) * 1000 AS bigint) AS begins,
    CAST(to_unixtime(with_timezone(TIMESTAMP '{{before}} 00:00:00', '{{zone}}')) * 1000 AS bigint) AS ends
),
arrived AS (
  SELECT
    dynamodb.keys.sk.s AS lead_id,
    dynamodb.newimage.body.s AS body,
    row_number() OVER (
      PARTITION BY dynamodb.keys.sk.s
      ORDER BY CAST(dynamodb.newimage.upto.n AS bigint) DESC, dynamodb.approximatecreationdatetime DESC
    ) AS place
  FROM {{table}}
),
leads AS (
  -- Each as it was kept last: what arrives twice or late changes nothing.
  SELECT lead_id, body FROM arrived WHERE place = 1
),
told AS (
  SELECT lead_id, number, cycle
  FROM leads
  CROSS JOIN UNNEST(CAST(json_extract(body, '$.cycles') AS ARRAY(JSON))) WITH ORDINALITY AS each_one (cycle, number)
),
cycles AS (
  -- Instants are milliseconds since 1970.
  SELECT
    lead_id,
    number,
    cycle,
    CAST(json_extract_scalar(cycle, '$.openedAt') AS bigint) AS opened_at,
    CAST(json_extract_scalar(cycle, '$.hotAt') AS bigint) AS hot_at,
    CAST(json_extract_scalar(cycle, '$.incompleteAt') AS bigint) AS incomplete_at,
    CAST(json_extract_scalar(cycle, '$.qualified.at') AS bigint) AS qualified_at,
    CAST(json_extract_scalar(cycle, '$.qualified.score') AS decimal(20, 4)) AS score,
    json_extract_scalar(cycle, '$.qualified.heldOut') AS held_out,
    CAST(json_extract_scalar(cycle, '$.alertedAt') AS bigint) AS alerted_at,
    CAST(json_extract_scalar(cycle, '$.accepted.at') AS bigint) AS accepted_at,
    json_extract_scalar(cycle, '$.accepted.rep') AS accepted_by,
    CAST(json_extract_scalar(cycle, '$.contacted.at') AS bigint) AS contacted_at,
    json_extract_scalar(cycle, '$.contacted.rep') AS contacted_by,
    CAST(json_extract_scalar(cycle, '$.verdict.at') AS bigint) AS verdict_at,
    CAST(json_extract_scalar(cycle, '$.salesQualified.at') AS bigint) AS sales_qualified_at,
    json_extract_scalar(cycle, '$.salesQualified.rep') AS sales_qualified_by,
    CAST(json_extract_scalar(cycle, '$.salesQualified.revenue') AS decimal(20, 4)) AS pipeline,
    coalesce(upper(json_extract_scalar(cycle, '$.salesQualified.currency')), {{currency}}) AS pipeline_currency,
    CAST(json_extract_scalar(cycle, '$.won.at') AS bigint) AS won_at,
    json_extract_scalar(cycle, '$.won.rep') AS won_by,
    CAST(json_extract_scalar(cycle, '$.won.revenue') AS decimal(20, 4)) AS revenue,
    coalesce(upper(json_extract_scalar(cycle, '$.won.currency')), {{currency}}) AS revenue_currency,
    CAST(json_extract_scalar(cycle, '$.lost.at') AS bigint) AS lost_at,
    json_extract_scalar(cycle, '$.lost.rep') AS lost_by,
    CAST(json_extract_scalar(cycle, '$.recycled.at') AS bigint) AS recycled_at,
    json_extract_scalar(cycle, '$.recycled.rep') AS recycled_by,
    CAST(json_extract_scalar(cycle, '$.returned.at') AS bigint) AS returned_at,
    CAST(json_extract_scalar(cycle, '$.closed.at') AS bigint) AS closed_at,
    CAST(json_extract_scalar(cycle, '$.end.at') AS bigint) AS ended_at,
    json_extract_scalar(cycle, '$.end.how') AS ended_how,
    json_extract_scalar(cycle, '$.territory') AS territory
  FROM told
),
touches AS (
  -- A touch is of the cycle in which it occurred; what came after qualifying moved nobody.
  SELECT
    lead_id,
    cycle_number,
    kind,
    value,
    row_number() OVER (PARTITION BY lead_id, cycle_number, kind ORDER BY occurred_at, place) AS from_first,
    row_number() OVER (PARTITION BY lead_id, cycle_number, kind ORDER BY occurred_at DESC, place DESC) AS from_last
  FROM (
    SELECT
      lead_id,
      place,
      json_extract_scalar(touch, '$.kind') AS kind,
      json_extract_scalar(touch, '$.value') AS value,
      CAST(to_unixtime(from_iso8601_timestamp(json_extract_scalar(touch, '$.occurredAt'))) * 1000 AS bigint) AS occurred_at
    FROM leads
    CROSS JOIN UNNEST(CAST(json_extract(body, '$.touches') AS ARRAY(JSON))) WITH ORDINALITY AS each_touch (touch, place)
  ) AS occurred
  JOIN (
    SELECT
      lead_id AS whose,
      number AS cycle_number,
      lag(ended_at) OVER (PARTITION BY lead_id ORDER BY number) AS after_at,
      ended_at AS before_at,
      qualified_at AS latest_at
    FROM cycles
  ) AS stretches ON whose = lead_id
    AND (after_at IS NULL OR occurred_at >= after_at)
    AND (before_at IS NULL OR occurred_at < before_at)
    AND (latest_at IS NULL OR occurred_at <= latest_at)
),
qualified AS (
  SELECT cycles.* FROM cycles, period WHERE qualified_at >= begins AND qualified_at < ends
),
opened AS (
  SELECT cycles.* FROM cycles, period WHERE opened_at >= begins AND opened_at < ends
)
