"""Pages: their article text, and what they say of themselves."""
