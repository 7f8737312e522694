"""Training the tagger: the annotated texts, the network, the schedule, the export; none of it is needed to read."""
