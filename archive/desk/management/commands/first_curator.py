from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.db import transaction

from archive.desk.accounts import make_account
from archive.desk.roles import ADMINISTRATOR, APPROVER, CURATOR, make_groups

WHO = (
    ("curator", (ADMINISTRATOR, CURATOR), "writes, asks to publish, and manages accounts"),
    ("approver", (APPROVER,), "looks at what was asked for and approves it"),
)


class Command(BaseCommand):
    help = "Makes the desk's groups and, where nobody can log in yet, the first two accounts."

    @transaction.atomic
    def handle(self, **options: object) -> None:
        make_groups()
        if User.objects.filter(is_staff=True).exists():  # the sample collection's accounts are not
            return
        lines = []
        for name, groups, does in WHO:
            _account, password = make_account(name=name, groups=groups, by="first_curator")
            lines.append(f"  {name:<9} {password}   {does}")
        self.stdout.write(
            "The first two accounts at the desk. These passwords are shown once, and each is changed\n"
            "at the first login. Two, because whoever approves is not whoever asked.\n" + "\n".join(lines)
        )
