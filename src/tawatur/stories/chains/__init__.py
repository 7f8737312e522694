"""Chains: from who says something to the outlet, and how many of them are independent."""
