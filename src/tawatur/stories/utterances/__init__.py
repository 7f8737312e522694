"""Utterances: acts of speaking, joined over wordings and carriers; allegation and denial tied."""
