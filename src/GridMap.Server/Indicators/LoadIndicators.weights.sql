-- What counts how much for the composite grade.
SELECT indicator_weight.indicator, indicator_weight.weight
FROM indicator_weight
