"""The ledger for people: releases, proofs, reports."""
