"""Where every address leads. What this process does not serve has no address here."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView


def healthz(request: HttpRequest) -> HttpResponse:
    """For those who watch over the process: it runs."""
    return HttpResponse("ok", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [path("healthz", healthz)]
if settings.SERVES_DESK:
    urlpatterns += [
        path("desk/ingest/", include("archive.ingest.urls")),
        path("desk/testimonies/", include("testimonies.urls")),
        path("desk/", include("archive.desk.urls")),
        path("admin/", RedirectView.as_view(url=settings.DESK_PREFIX)),
    ]
if settings.SERVES_SITE:
    urlpatterns += [
        path("api/", include("archive.api.urls")),
        path("", include("archive.exchange.urls")),
        path("", include("archive.pages.urls")),
    ]
    handler400 = "archive.pages.errors.bad_request"
    handler404 = "archive.pages.errors.not_found"
    handler500 = "archive.pages.errors.broken"
