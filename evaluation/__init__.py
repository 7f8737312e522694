"""Measure the three commands on gold data beside the checkout, and hold them to the floors once reached."""
