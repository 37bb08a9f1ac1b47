"""What Copydesk knows of the world: agencies, places, months, written down as data."""
