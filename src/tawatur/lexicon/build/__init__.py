"""Make the tables of names again that come from other people's data; needs the development dependencies.

Each builder is a plain function from its source's values to rows; the source is opened only when a builder is run.
"""
