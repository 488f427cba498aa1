"""The addresses of taking in, below /desk/ingest/."""

from django.urls import path

from archive.ingest.views import intake, proposal, taking_in

app_name = "ingest"
urlpatterns = [
    path("", taking_in.home, name="home"),
    path("answer/", taking_in.answer, name="answer"),
    path("<int:intake>/", intake.side_by_side, name="intake"),
    path("<int:intake>/decide/", intake.decide, name="decide"),
    path("<int:intake>/several/", intake.several, name="several"),
    path("<int:intake>/close/", intake.close, name="close"),
    path("<int:intake>/add/", proposal.add_one, name="add"),
    path("<int:intake>/<int:proposal>/", proposal.one, name="proposal"),
    path("<int:intake>/<int:proposal>/mend/", proposal.mend, name="mend"),
]
