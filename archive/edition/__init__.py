"""The edition: what is public, already redacted and already shaped. Nothing else is ever served."""
