"""Measures of happenings, and the values of one attribute that cannot both hold."""
