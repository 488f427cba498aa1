"""The desk: where curators work. Review, history, roles and the admin site that all rooms share."""
