"""Accounts at the desk: made and changed by administrators, never deleted, so that history keeps names."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.desk.accounts import note_account, note_given_password
from archive.desk.admin.lookups import OnlyDeclaredLookups

admin.site.unregister(Group)
admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(OnlyDeclaredLookups, UserAdmin):
    """What an administrator may do with an account: its name, its groups, whether it is in use."""

    list_display = ("username", "full_name", "in_groups", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    sortable_by = ("username", "last_login")
    search_fields = ("username", "first_name", "last_name")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Who it is"), {"fields": ("first_name", "last_name", "email")}),
        (_("What it may do"), {"fields": ("is_active", "groups")}),
        (None, {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "usable_password", "password1", "password2", "groups")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("name"))
    def full_name(self, account: User) -> str:
        return account.get_full_name()

    @admin.display(description=_("groups"))
    def in_groups(self, account: User) -> str:
        return ", ".join(group.name for group in account.groups.all())

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.is_staff = True
        super().save_model(request, obj, form, change)
        told = "Changed: " + ", ".join(form.changed_data) if change else "New account."
        by = request.user.get_username()
        note_account(obj, by=by, why=told) if change else note_given_password(obj, by=by, why=told)

    def log_change(self, request: HttpRequest, obj: User, message: Any) -> Any:
        """Django logs a password that an administrator sets here: its owner has to change it."""
        if "password" in request.path and obj.pk != request.user.pk:
            note_given_password(obj, by=request.user.get_username(), why="Set a new password.")
        return super().log_change(request, obj, message)
