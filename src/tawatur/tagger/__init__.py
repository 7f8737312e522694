"""The tagger: one small encoder with heads for names, attribution and events, and how it is trained."""
