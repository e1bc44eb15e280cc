"""Live orgs, read-only: the one part of the program that speaks to a network."""
