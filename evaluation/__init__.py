"""Measure the three commands on gold data beside the checkout, and hold them to the floors once reached."""

import os

# One thread for numpy's products, as in the command line: they are small, and threads would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
