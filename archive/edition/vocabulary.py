"""The controlled words of the archive: they stand in public records, so they live with the shapes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    CONFERENCE = "conference", _("Conference")
    HEARING = "hearing", _("Hearing")
    EXHIBITION = "exhibition", _("Exhibition")
    PANEL = "panel", _("Panel discussion")
    PROTEST = "protest", _("Protest")
    CEREMONY = "ceremony", _("Ceremony")
    TRIAL = "trial", _("Trial")
    MASSACRE = "massacre", _("Massacre")
    ARREST = "arrest", _("Wave of arrests")
    OTHER = "other", _("Other event")


class PlaceKind(TextChoices):
    COUNTRY = "country", _("Country")
    REGION = "region", _("Region")
    CITY = "city", _("City")
    BUILDING = "building", _("Building or site")
    PRISON = "prison", _("Prison")
    BURIAL = "burial", _("Burial site")
    OTHER = "other", _("Other place")


class OrganisationKind(TextChoices):
    ASSOCIATION = "association", _("Association")
    COMMITTEE = "committee", _("Committee")
    INTERGOVERNMENTAL = "intergovernmental", _("Intergovernmental body")
    STATE = "state", _("State body")
    PARTY = "party", _("Party or movement")
    ARMED = "armed", _("Armed force")
    MEDIA = "media", _("Press")
    COURT = "court", _("Court")
    OTHER = "other", _("Other organisation")


class NameKind(TextChoices):
    OWN = "own", _("Own name")
    TRANSLITERATION = "transliteration", _("Transliteration")
    TRANSLATION = "translation", _("Translation")
    ALIAS = "alias", _("Also known as")
    ACRONYM = "acronym", _("Acronym")


class Mode(TextChoices):
    IN_PERSON = "in-person", _("In person")
    VIDEO = "video", _("By video link")
    TELEPHONE = "telephone", _("By telephone")
    WRITTEN = "written", _("In writing")
    RECORDED = "recorded", _("By recording")
    UNKNOWN = "unknown", _("Not stated")


class StatementKind(TextChoices):
    QUOTATION = "quotation", _("Quotation")
    PARAPHRASE = "paraphrase", _("Reported speech")
    READING = "reading", _("Reading of another’s words")


class SourceKind(TextChoices):
    ARTICLE = "article", _("Article")
    REPORT = "report", _("Report")
    RESOLUTION = "resolution", _("Resolution")
    LETTER = "letter", _("Letter")
    RECORDING = "recording", _("Recording")
    TRANSCRIPT = "transcript", _("Transcript")
    LAW = "law", _("Law or decree")
    BOOK = "book", _("Book")
    LIST = "list", _("List")
    OTHER = "other", _("Other document")


class Rights(TextChoices):
    """How much of a source's text its rights let the archive show."""

    FULL = "full", _("The whole text may be shown")
    EXCERPTS = "excerpts", _("Short excerpts around a quotation may be shown")
    CITATION = "citation", _("Only the citation may be shown")


class Calendar(TextChoices):
    GREGORIAN = "gregorian", _("Gregorian")
    JALALI = "jalali", _("Iranian (Jalali)")
    IMPERIAL = "imperial", _("Iranian imperial (2535–2537)")
    HIJRI = "hijri", _("Lunar Hijri")


class TranslationMeans(TextChoices):
    HUMAN = "human", _("Translated by a person")
    MACHINE = "machine", _("Translated by a machine")
    MACHINE_REVIEWED = "machine-reviewed", _("Translated by a machine, reviewed by a person")


class Property(TextChoices):
    """What a claim's figure or fact is about; the same property of the same subject can be compared."""

    KILLED = "killed", _("People killed")
    DETAINED = "detained", _("People detained")
    DISAPPEARED = "disappeared", _("People disappeared")
    EXECUTED = "executed", _("People executed")
    DISPLACED = "displaced", _("People displaced")
    INJURED = "injured", _("People injured")
    ATTENDANCE = "attendance", _("People present")
    DURATION = "duration", _("Duration")
    DATE = "date", _("Date")
    PLACE = "place", _("Place")
    RESPONSIBILITY = "responsibility", _("Responsibility")
    OTHER = "other", _("Other fact")
