"""Taking back: everything of one narrator or one event at once, and the receipt that says how."""
