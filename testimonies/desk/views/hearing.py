"""The recordings of a testimony, played where it is read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from archive.desk.review import Refused
from testimonies.actions.hearing import file_of, open_to_hear, recordings_of
from testimonies.desk.doors import curator, desk_page, the_testimony
from testimonies.desk.sending import sent


@require_safe
@desk_page()
def recording(request: HttpRequest, testimony: int, media: int) -> HttpResponseBase:
    """An original, to be heard by whoever may see the testimony. Nothing of it reaches the public."""
    told = the_testimony(testimony)
    which = get_object_or_404(recordings_of(told), pk=media)
    open_to_hear(told, by=curator(request))  # noted already, unless it is asked for outside the room
    try:
        path = file_of(which)
    except Refused as why_not:
        raise Http404(str(why_not)) from why_not
    return sent(request, path, media_type=which.media_type, sha256=which.sha256)
