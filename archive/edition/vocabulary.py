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
    BIRTH = "birth", _("Birth")
    AGE = "age", _("Age")
    OCCUPATION = "occupation", _("Occupation")
    AFFILIATION = "affiliation", _("Affiliation")
    ARREST = "arrest", _("Arrest")
    PRISON = "prison", _("Prison")
    SENTENCE = "sentence", _("Sentence")
    DEATH = "death", _("Death")
    BURIAL = "burial", _("Burial")
    FAMILY = "family", _("Family")
    OTHER = "other", _("Other fact")


class Output(TextChoices):
    """A way in which what is public goes out; a narrator agrees to each by itself."""

    WEB = "web", _("Pages of this archive")
    API = "api", _("Programs")
    DUMPS = "dumps", _("Files to take away")


class NameUse(TextChoices):
    """Under which name a narrator speaks."""

    REAL = "real", _("Own name")
    PSEUDONYM = "pseudonym", _("Pseudonym")
    WITNESS = "witness", _("A witness")


class ReuseKind(TextChoices):
    """For what else a narrator lets the archive give the testimony out, when asked."""

    RESEARCH = "research", _("Research, on request")
    COURT = "court", _("Courts and investigations")
    MEDIA = "media", _("Press and broadcasting")


class Turn(TextChoices):
    """Whose words a passage holds."""

    ANSWER = "answer", _("Witness")
    QUESTION = "question", _("Question")
    OTHER = "other", _("Note")


class ContentWarning(TextChoices):
    """What a reader should know before reading or listening."""

    TORTURE = "torture", _("Torture")
    EXECUTION = "execution", _("Execution")
    KILLING = "killing", _("Killing")
    SEXUAL_VIOLENCE = "sexual-violence", _("Sexual violence")
    CHILDREN = "children", _("Harm to children")
    SUICIDE = "suicide", _("Suicide or self-harm")
    BODIES = "bodies", _("Bodies and graves")
    IMPRISONMENT = "imprisonment", _("Inhuman imprisonment")
    INSULTS = "insults", _("Degrading language")


class WithheldBecause(TextChoices):
    """Why something that was said is not shown."""

    NARRATOR = "narrator", _("It could identify the witness")
    ANOTHER = "another", _("It could identify somebody else")
    PLACE = "place", _("It could endanger a place")
    ASKED = "asked", _("The witness asked for it")
    LEGAL = "legal", _("For legal reasons")
    PENDING = "pending", _("It is being checked")


class SegmentKind(TextChoices):
    """What stands at one place of a passage: its words, or a mark in their place."""

    WORDS = "words", _("Words")
    WITHHELD = "withheld", _("Withheld")
    PSEUDONYM = "pseudonym", _("Name changed")


class Relation(TextChoices):
    """What one victim is to another."""

    PARENT = "parent", _("Parent")
    CHILD = "child", _("Child")
    SIBLING = "sibling", _("Brother or sister")
    SPOUSE = "spouse", _("Husband or wife")
    RELATIVE = "relative", _("Relative")
    FRIEND = "friend", _("Friend")
    CELLMATE = "cellmate", _("Held together")
    COLLEAGUE = "colleague", _("Colleague")


class MediaKind(TextChoices):
    AUDIO = "audio", _("Sound recording")
    VIDEO = "video", _("Video recording")
    IMAGE = "image", _("Photograph")
    SCAN = "scan", _("Scanned document")
