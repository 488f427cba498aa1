"""The addresses of the reading room, below /desk/testimonies/."""

from django.urls import path

from testimonies.desk.views import (
    hearing,
    mending,
    passage,
    preview,
    pseudonyms,
    reading,
    transcript,
    translation,
    version,
    withheld,
    withholding,
)

app_name = "testimonies"
urlpatterns = [
    path("<int:testimony>/read/", reading.read, name="read"),
    path("<int:testimony>/recordings/<int:media>/", hearing.recording, name="recording"),
    path("<int:testimony>/preview/", preview.preview, name="preview"),
    path("<int:testimony>/pseudonyms/", pseudonyms.pseudonyms, name="pseudonyms"),
    path("<int:testimony>/pseudonyms/<int:pseudonym>/back/", pseudonyms.back, name="pseudonym_back"),
    path("<int:testimony>/withheld/", withheld.everything, name="withheld"),
    path("<int:testimony>/withheld/<int:withholding>/where/", withholding.where, name="where"),
    path("<int:testimony>/withheld/<int:withholding>/show/", withholding.show_again, name="show_again"),
    path("<int:testimony>/passages/<int:passage>/", passage.bench, name="passage"),
    path("<int:testimony>/passages/<int:passage>/withhold/", withholding.withhold, name="withhold"),
    path("<int:testimony>/passages/<int:passage>/text/", passage.text, name="text"),
    path("<int:testimony>/passages/<int:passage>/warn/", mending.warn, name="warn"),
    path("<int:testimony>/passages/<int:passage>/describe/", mending.describe, name="describe"),
    path("<int:testimony>/passages/<int:passage>/order/", mending.order, name="order"),
    path("<int:testimony>/passages/<int:passage>/part/", mending.part, name="part"),
    path("<int:testimony>/transcript/", transcript.take_in, name="transcript"),
    path("<int:testimony>/handed-in/<int:row>/", transcript.take_out, name="take_out_transcript"),
    path("<int:testimony>/translation/", translation.take_in, name="translation"),
    path("<int:testimony>/version/", version.hand_in, name="hand_in_version"),
    path("<int:testimony>/version/<int:row>/", version.version, name="version"),
    path("<int:testimony>/discard/", transcript.discard, name="discard"),
]
