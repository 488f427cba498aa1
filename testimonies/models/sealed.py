"""What the desk can seal and not open: real identities; and what keeps them from slipping out."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.core.canonical import canonical, sha256
from archive.desk.append_only import only_grows


class SealedIdentity(models.Model):
    """Real names, contact and relations of a narrator, or of an interviewer, in a box that only the
    holder of a private key can open. The newest box of a narrator is the one in force."""

    narrator = models.ForeignKey("testimonies.Narrator", on_delete=models.CASCADE, related_name="identities")
    sealed = models.JSONField(help_text="`archive.core.sealing.Sealed`")
    keys = ArrayField(models.CharField(max_length=32), help_text="Fingerprints of the keys that open it.")
    sealed_by = models.CharField(_("sealed by"), max_length=150)
    sealed_at = models.DateTimeField(_("sealed"), auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("sealed identity")
        verbose_name_plural = _("sealed identities")
        default_permissions = ("add", "view")

    def __str__(self) -> str:
        return f"{self.narrator_id} {self.sealed_at:%Y-%m-%d}"


class ProtectedWord(models.Model):
    """A name or word that no public text may hold, kept as keyed hashes of its forms.

    Of one narrator: in her testimonies and in what is drawn from them. Of none: in every testimony.
    """

    narrator = models.ForeignKey(
        "testimonies.Narrator", verbose_name=_("narrator"), on_delete=models.CASCADE, null=True, blank=True,
        related_name="protected_words",
    )  # fmt: skip
    label = models.CharField(
        _("what it is"), max_length=100, help_text=_("Such as “given name” or “her sister”; not the word.")
    )
    digests = ArrayField(models.CharField(max_length=32))
    added_by = models.CharField(_("added by"), max_length=150)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("protected word")
        verbose_name_plural = _("protected words")
        default_permissions = ("add", "view", "delete")

    def __str__(self) -> str:
        return self.label


class IdentityOpened(models.Model):
    """Somebody opened a sealed identity: written down before it is opened, and never taken away.

    No foreign keys. Each row holds the hash of the one before it, so that a missing row shows.
    """

    narrator = models.CharField(_("narrator"), max_length=11)
    who = models.CharField(_("who"), max_length=150)
    why = models.TextField(_("why"))
    key = models.CharField(_("key"), max_length=32)
    at = models.DateTimeField(_("when"))
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("opened identity")
        verbose_name_plural = _("opened identities")
        default_permissions = ("view",)
        permissions = [("open_identity", "Can open a sealed identity, with its key")]
        triggers = only_grows()

    def __str__(self) -> str:
        return f"{self.who}, {self.at:%Y-%m-%d}"

    def computed_hash(self) -> str:
        said = [self.narrator, self.who, self.why, self.key, self.at.isoformat(), self.previous]
        return sha256(canonical(said))
