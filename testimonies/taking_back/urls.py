"""The addresses of taking back, below /desk/testimonies/."""

from django.contrib import admin
from django.urls import path

from testimonies.taking_back import views

page = admin.site.admin_view

app_name = "taking_back"
urlpatterns = [
    path("narrator/<int:pk>/receipt/", page(views.receipt), name="receipt"),
    path("narrator/<int:pk>/everything/", page(views.everything_of_narrator), name="narrator"),
    path("event/<int:pk>/everything/", page(views.everything_of_event), name="event"),
]
