-- Areas by id, each as it stood at an instant.
SELECT * FROM area_facts(@ids, @instants)
