"""The addresses of taking in, below /desk/ingest/."""

from django.urls import path

app_name = "ingest"
urlpatterns: list = [path("<int:intake>/", lambda request, intake: None, name="intake")]
