"""The desk's own pages for testimonies, below /desk/testimonies/."""

from django.urls import include, path

urlpatterns = [
    path("", include("testimonies.taking_back.urls")),
    path("", include("testimonies.sealing.urls")),
    path("", include("testimonies.desk.urls")),
]
