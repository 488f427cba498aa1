"""Who stands beside a person or an organisation in public records: as sentences, and drawn."""
