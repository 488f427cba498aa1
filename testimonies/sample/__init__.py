"""The sample's testimonies and victims, all of them invented; the recording is spoken by a machine."""
