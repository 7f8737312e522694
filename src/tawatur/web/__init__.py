"""The web pages: right to left, Arabic first, English beside it."""
