"""The API as it is usually built: models, serializers, page numbers, COUNT. Only to compare with."""
