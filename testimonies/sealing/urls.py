"""The addresses of sealing, below /desk/testimonies/."""

from django.contrib import admin
from django.urls import path

from testimonies.sealing import views

page = admin.site.admin_view

app_name = "sealing"
urlpatterns = [
    path("narrator/<int:pk>/seal/", page(views.seal), name="seal"),
    path("narrator/<int:pk>/words/", page(views.words), name="words"),
    path("words/", page(views.words), name="words_for_all"),
    path("words/<int:pk>/release/", page(views.release), name="release"),
    path("narrator/<int:pk>/open/", page(views.open_page), name="open"),
    path("openings/", page(views.openings), name="openings"),
]
