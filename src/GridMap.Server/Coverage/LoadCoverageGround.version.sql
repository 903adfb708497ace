-- The newest version of the network; 0 where no roads were ever loaded.
SELECT coalesce(max(network_version.id), 0) FROM network_version
