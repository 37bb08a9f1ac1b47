"""Structural finders: Python for what has to be parsed (embeds, captions, credits, datelines, bylines)."""
