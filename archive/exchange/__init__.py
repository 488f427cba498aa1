"""Feeds and dumps: every list of the API in the formats that readers of news and spreadsheets know."""
