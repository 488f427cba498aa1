"""The page that opens a sealed identity. The one module of the desk that loads what opens, when asked for."""

from __future__ import annotations

import secrets
from dataclasses import fields

from django.contrib.auth.models import User
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect

from archive.core.sealing.key_files import public_key_in
from archive.core.sealing.opening import CannotOpen, unlocked
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.models import Narrator, SealedIdentity
from testimonies.sealing.forms import OpeningForm, SealForm
from testimonies.sealing.identity import Opened
from testimonies.sealing.keys import is_local, told_about_keys
from testimonies.sealing.opening import may_open, open_identity, sealed_identity
from testimonies.sealing.openings import head
from testimonies.sealing.terminal import harmless
from testimonies.sealing.unreported import unreported
from testimonies.sealing.views import show

_ONCE = "opening_once"  # in the session: a form is good for one try, so a reload opens nothing again


def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Settles, before anything of the request is read, that no upload of it touches the disk."""
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    return _page(request, pk)


@csrf_protect
@unreported
def _page(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for key, passphrase and reason; shows who the narrator is, once."""
    narrator = get_object_or_404(Narrator, pk=pk)
    form = OpeningForm(request.POST, request.FILES) if request.method == "POST" else OpeningForm()
    if form.is_bound:
        valid, fresh = form.is_valid(), request.session.pop(_ONCE, None)
        if not fresh or request.POST.get("once") != fresh:
            form.add_error(None, _("This form was used before: choose the file and type it all once more."))
        elif valid:
            try:
                opened = _opened(narrator, form, by=request.user)  # type: ignore[arg-type]
            except (Refused, CannotOpen) as why_not:
                form.add_error(None, str(why_not))
            else:
                return _shown(request, narrator, opened)
    request.session[_ONCE] = once = secrets.token_urlsafe(16)
    context = {
        "form": form,
        "once": once,
        "told": told_about_keys(),
        "local": is_local(),
        "box": SealedIdentity.objects.filter(narrator=narrator).order_by("-pk").first(),
    }
    return show(request, "open", _("Open the sealed identity"), narrator, **context)


def _opened(narrator: Narrator, form: OpeningForm, *, by: User) -> Opened:
    """Who it is. A try that fails is a deed: somebody may have a key without its passphrase."""
    text, passphrase, why = (form.cleaned_data[name] for name in ("key", "passphrase", "why"))
    may_open(by, why=why)
    try:
        sealed_identity(narrator, key=public_key_in(text))  # whether it fits is told before a second is spent
        return open_identity(narrator, key=unlocked(text, passphrase), by=by, why=why)
    except (Refused, CannotOpen) as why_not:
        told = str(why_not)
    Deed.objects.create(
        act=Deed.Act.TRIED,
        who=by.get_username(),
        why=_("Tried, and nothing was shown: %(told)s Reason given: %(why)s") % {"told": told, "why": why},
        kind=narrator.kind,
        identifier=narrator.identifier,
        title=str(narrator)[:200],
    )
    raise Refused(told)


def _shown(request: HttpRequest, narrator: Narrator, opened: Opened) -> HttpResponse:
    """The identity on a page that is kept nowhere."""
    labels = {name: field.label for name, field in SealForm.base_fields.items()}
    lines = [
        (labels[each.name], harmless(text))
        for each in fields(opened.identity)
        if (text := getattr(opened.identity, each.name))
    ]
    context = {
        "lines": lines,
        "elsewhere": "" if opened.narrator == narrator.identifier else harmless(opened.narrator)[:40],
        "noted": "{}:{}".format(*head()),
    }
    return show(request, "opened", _("Opened, for this once"), narrator, **context)
