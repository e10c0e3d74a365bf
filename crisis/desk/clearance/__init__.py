"""People bound to exact bytes, in each of the ways in which that can happen."""
