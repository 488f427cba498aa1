from django.core.management.base import BaseCommand

from testimonies.sample.load import remove


class Command(BaseCommand):
    help = "Takes the sample collection out: withdraws what is public of it, then deletes it at the desk."

    def handle(self, **options: object) -> None:
        said: list[str] = []

        def tell(sentence: str) -> None:
            said.append(sentence)
            self.stdout.write(sentence)

        for sentence in remove(tell=tell):
            self.stdout.write(self.style.WARNING(sentence))
        if said:
            self.stdout.write("The decisions, the history and the ledger keep that it was here.")
        else:
            self.stdout.write("There is no sample collection here; nothing was done.")
