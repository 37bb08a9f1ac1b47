"""Many records: sources, shards, Parquet tables, relations and run facts."""
