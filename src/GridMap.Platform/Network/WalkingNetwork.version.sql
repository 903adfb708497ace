-- The newest version of the network.
SELECT max(network_version.id) FROM network_version
