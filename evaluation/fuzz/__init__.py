"""Fuzzing by coverage, with atheris from an environment of its own: it is no dependency of the project."""
