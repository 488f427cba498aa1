"""Starts the archive on a bare machine: database, tables, server. Knows no Django and no model."""
