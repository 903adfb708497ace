# Walks to facilities by scipy: every facility searched for itself and the nearest two kept, or (--nearest) the nearest by one search.
# Seconds of one run, after one that does not count: dijkstra.py FOLDER LIMIT [--nearest]; the distances go to FOLDER/found.f8.
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

folder, limit, nearest = sys.argv[1], float(sys.argv[2]), "--nearest" in sys.argv
tails, heads, facilities = (numpy.fromfile(f"{folder}/{name}.i4", dtype="<i4") for name in ("tails", "heads", "facilities"))
costs = numpy.fromfile(f"{folder}/costs.f8", dtype="<f8")
nodes = int(max(tails.max(), heads.max())) + 1
# One walks to the facility: the arcs are turned round.
graph = csr_matrix((costs, (heads, tails)), shape=(nodes, nodes))


def search():
    return dijkstra(graph, directed=True, indices=facilities, limit=limit, min_only=nearest)


search()
began = time.perf_counter()
found = search()
print(time.perf_counter() - began)
if not nearest:
    found = numpy.partition(found, 1, axis=0)[:2]
found.astype("<f8").tofile(f"{folder}/found.f8")
