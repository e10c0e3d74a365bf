"""Clearance: binds named people to exact bytes. Pure; people, keys, time and entropy are handed in."""
