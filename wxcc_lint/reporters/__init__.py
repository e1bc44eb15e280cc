"""Reporters: one pure function a format."""
