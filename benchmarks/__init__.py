"""Measurements: quality against gold documents, speed as ratios, samples to be read by a person."""
