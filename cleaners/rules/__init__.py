"""Rule packs (YAML, one per category) and what loads and matches them."""
