"""Cleaning one record at a time: pure functions over text, no files but the rule packs, no network, no clock."""
